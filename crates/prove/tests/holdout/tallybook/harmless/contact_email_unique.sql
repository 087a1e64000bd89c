-- Harmless: an email address may be used once in each company.
CREATE UNIQUE INDEX index_contacts_on_company_id_and_email ON contacts (company_id, lower(email));
