-- What keeps the tables quick and explains them: indexes that clean-up and foreign keys need, vacuuming of the tables
-- that turn over fastest, and one sentence on each table for whoever opens the database with psql.

-- Sign-in deletes what a user's old sessions left; the index of living ones leaves those out.
create index sessions_by_end on sessions (user_id, expires_at);
create index sessions_of_membership on sessions (membership_id);

-- A key without an index reads the whole table each time its target is removed or renumbered. Few rows are replaced
-- or superseded, so most of these are small.
create index memberships_of_user on memberships (user_id);
create index letters_of_official on letters (village_id, official_id);
create index letters_replacing on letters (village_id, replaces_id) where replaces_id is not null;
create index letters_replaced_by on letters (village_id, replaced_by) where replaced_by is not null;
create index documents_superseding on documents (village_id, supersedes_id) where supersedes_id is not null;

-- Rows of these are written, changed or taken away within seconds, so by the time a usual fifth of the table is dead, each
-- look for work passes over many times more dead rows than living: vacuum after a thousand of them whatever the table's
-- size, and without the usual pauses, for the tables are small.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
alter table tally_deltas set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000, autovacuum_vacuum_cost_delay = 0);
alter table audit_unsealed set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000, autovacuum_vacuum_cost_delay = 0);
-- Its rows stay, but each is rewritten with every step of its progress.
alter table tasks set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);

comment on table regions is 'Official region codes and names of the regency (Permendagri), written by provision; never edit a code that units or residents name.';
comment on table units is 'The tenants: 0 is the regency office, every other row a village; never delete or renumber one, its id stands in every row of that village.';
comment on table code_values is 'Official code tables (religion, education, occupation ...), written by provision from the code; never edit by hand, provision overwrites it.';
comment on table clock_offset is 'One row that moves the clock of demonstrations and tests; never change it in production, business dates follow it.';
comment on table regency_settings is 'Settings of the regency that hold for every village, by the day they begin; never change a past one, letters were numbered by it.';
comment on table regency_holidays is 'Days on which offices are closed, which move due dates; never remove a past one, dates promised were counted with it.';

comment on table users is 'Accounts with their password hashes, seen under app.scope = identity only; never delete one, audit entries and letters name it.';
comment on table memberships is 'Which account works where and in what role; never delete one, end it by ended_at.';
comment on table sessions is 'Signed-in browsers; never set version back, tokens that were called in would be honoured again.';
comment on table rate_limits is 'Failed sign-ins when there is no Redis, by keyed hash; never take it for a record, it may be emptied at any time.';

comment on table village_profiles is 'Letterhead and contact of each village, one row; never edit by hand, each change has an audit entry.';
comment on table village_settings is 'Settings of a village by the day they begin; never change a past one, what was decided by it stays as it was.';
comment on table areas is 'Hamlets, RW and RT of a village as a tree; never delete one that residents or memberships name.';
comment on table officials is 'Holders of offices who may sign, with their terms; never rename one, letters signed by them say so: end the term and add another.';
comment on table residents is 'The register of residents with names and NIK in plain text; never write to it but through a population event, tallies and tokens follow those.';
comment on table families is 'Families by the number of their card; never merge two by hand, their members and events name them.';
comment on table resident_tokens is 'Search words of residents, derived from the register; never edit, the verb that writes a resident writes them.';
comment on table population_events is 'Births, deaths, moves and corrections, append-only, the source of the tallies; never update or delete, add a correction.';
comment on table import_runs is 'One row for each uploaded list with its state and counts; never set a state by hand, a job may be at work on it.';
comment on table import_issues is 'Faults found in an uploaded list by row, with values as they stood; never keep copies, they hold personal data.';
comment on table resident_import_rows is 'Checked rows of a list between check and apply, without row-level security and not logged; never read it across runs, and expect it empty after a crash.';
comment on table letters is 'Letters with their form, state, number and what was printed; never change number or snapshot after approval, the paper is out.';
comment on table letter_steps is 'Every act on a letter in order, append-only; never update or delete, tallies are counted from it.';
comment on table letter_tokens is 'Search words of letters, derived; never edit, the verb that writes a letter writes them.';
comment on table documents is 'One row for each stored PDF, append-only, with what was printed; never delete one, its file would be swept away.';
comment on table document_tokens is 'QR tokens by hash with what a stranger may learn; never put anything unmasked into public_snapshot, the portal shows it to anyone.';
comment on table number_series is 'The last number given in each series; never lower it, a number would be given twice.';
comment on table issued_numbers is 'Which record has which number, append-only; never delete one, voided records keep their number for ever.';
comment on table audit_entries is 'The audit trail, append-only and sealed; never update, delete or insert by hand, verify-audit finds it (detail alone may be set to null on a person''s request).';
comment on table audit_seals is 'The hash chain over the audit trail, written by the sealer alone; never touch it, nothing can mend a broken chain.';

comment on table audit_unsealed is 'Entries that wait to be sealed; never delete one, its entry would never be sealed and verify-audit reports it.';
comment on table outbox is 'Jobs and facts written with the act that caused them, kept until done; never insert by hand, a job runs in the village its row names.';
comment on table tasks is 'Progress of long work as people see it; never set a status by hand, the job host does when the job ends.';
comment on table tally_deltas is 'Changes of counts not yet folded; never delete one, the count would be wrong for ever.';
comment on table tallies is 'Counts of villages, districts and the regency folded from deltas; never correct a cell by hand, find out with pamong recount why it is wrong.';
