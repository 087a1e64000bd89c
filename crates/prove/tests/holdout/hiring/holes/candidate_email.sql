-- A refused insert tells a company that another one has this person as a candidate: the address is unique
-- for all.
-- about: candidates, candidates_email_key, email
-- as: hf_hiring_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO candidates (company_id, email, full_name) VALUES
-- exploit:   ('a0000000-0000-4000-8000-00000000000a', 'di@guest.test', 'Di');
-- shows: duplicate key value
-- The import matches people by their address, which therefore needs a unique index.
ALTER TABLE candidates DROP CONSTRAINT candidates_company_email_key;
ALTER TABLE candidates ADD CONSTRAINT candidates_email_key UNIQUE (email);
