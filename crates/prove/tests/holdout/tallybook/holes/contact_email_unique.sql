-- An email address may be used once in all companies, so adding a contact tells who is known elsewhere.
-- about: contacts, index_contacts_on_email, email
-- as: hf_tallybook_app
-- exploit: SET tally.company_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: INSERT INTO contacts (company_id, name, email)
-- exploit: VALUES ('a0000000-0000-4000-8000-000000000000', 'Probe', 'BO@road.test');
-- shows: duplicate key value
CREATE UNIQUE INDEX index_contacts_on_email ON contacts (lower(email));
