-- All rights include TRUNCATE, which knows no policies: one company can empty every company's bank lines.
-- about: bank_lines
-- as: hf_tallybook_app
-- exploit: SET tally.company_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: TRUNCATE bank_lines;
-- shows: TRUNCATE TABLE
ALTER TABLE bank_lines ADD COLUMN imported_from text;
GRANT ALL ON bank_lines TO hf_tallybook_app;
