/** Every table of the schema and its class; the house compares this list with the live schema. */

/** What a village or the regency's office owns: forced RLS on app.village_id. */
export const tenantTables = ['areas', 'assessment_lists', 'assessment_parts', 'audit_entries', 'audit_seals', 'bank_accounts', 'bank_statements', 'bill_positions', 'bills', 'claim_deposits', 'claim_lines', 'claims', 'collector_assignments', 'collectors', 'deposit_payments', 'deposits', 'document_tokens', 'documents', 'expected_receipts', 'families', 'import_issues', 'import_mappings', 'import_runs', 'issued_numbers', 'journals', 'ledger_accounts', 'letter_steps', 'letter_tokens', 'letters', 'line_references', 'number_series', 'officials', 'payment_disputes', 'payment_lines', 'payments', 'population_events', 'resident_tokens', 'residents', 'settlements', 'statement_lines', 'tax_objects', 'transfers', 'village_profiles', 'village_settings'] as const;

/** Sign-in: forced RLS on app.scope = 'identity'. */
export const identityTables = ['memberships', 'sessions', 'users'] as const;

/** Readable by all, written by the owner or a regency verb. */
export const catalogueTables = ['clock_offset', 'code_values', 'nop_prefixes', 'regency_holidays', 'regency_settings', 'regions', 'tally_folds', 'tax_rule_sets', 'units'] as const;

/** Ids and numbers only: a village sees its own, the worker under scope 'relay' all. */
export const plumbingTables = ['audit_unsealed', 'outbox', 'tallies', 'tally_deltas', 'tally_sums', 'tasks'] as const;

/** COPY targets of imports: no RLS (Postgres refuses COPY under it), worker role only, cleared per run. */
export const stagingTables: readonly string[] = ['assessment_rows', 'bank_statement_rows', 'resident_import_rows'];

/** Counters of failed attempts: keyed hashes of no village, written before anyone is known. */
export const counterTables = ['rate_limits'] as const;
