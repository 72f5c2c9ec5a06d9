-- Upkeep of the ledger's and the bank's tables once they hold years.

-- All lines of all states in the order of the list, and the lines of a day: without it each page sorts every line there is.
create index statement_lines_by_day on statement_lines (village_id, booked_on, id) where state <> 'withdrawn';

-- These only grow. The usual fifth of a table of millions is months of rows: until then nothing is frozen, no page is known
-- to be visible to all (an index-only scan reads the table as well), and the planner goes by what the table was.
alter table journals set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_insert_threshold = 10000, autovacuum_analyze_scale_factor = 0.02);
alter table transfers set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_insert_threshold = 10000, autovacuum_analyze_scale_factor = 0.02);
alter table line_references set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_insert_threshold = 10000, autovacuum_analyze_scale_factor = 0.02);
-- Lines, besides, are changed once each when they are claimed.
alter table statement_lines set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_insert_threshold = 10000, autovacuum_analyze_scale_factor = 0.02);
-- Rows of a statement or a list come and go as a whole.
alter table bank_statement_rows set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- Where an account's statements end is the worker's to move; nobody changes its number or holder.
revoke update on bank_accounts from pamong_app, pamong_worker;
grant update (known_from, known_to, closing_sen) on bank_accounts to pamong_worker;
