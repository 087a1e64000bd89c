-- Tenant acme cannot use a period that zeta uses, and so learns it from the error.
-- about: period
-- as: ho_ledger_acme
-- exploit: SELECT session_user;
-- exploit: INSERT INTO books.periods (during) VALUES ('[2026-03-01,2026-04-01)');
-- shows: conflicting key
ALTER TABLE books.periods ADD CONSTRAINT periods_do_not_overlap EXCLUDE USING gist (during WITH &&);
