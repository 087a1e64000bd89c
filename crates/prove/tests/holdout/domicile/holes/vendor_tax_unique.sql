-- The tax number of a contractor is made unique over all firms: the error tells a firm who works for another
-- one.
-- about: vendors, vendors_tax_id_key, tax_id
-- as: hf_domicile_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO pm.vendors (org_id, company, tax_id) VALUES (pm.current_org(), 'Probe', 'T-200');
-- shows: vendors_tax_id_key
ALTER TABLE pm.vendors ADD CONSTRAINT vendors_tax_id_key UNIQUE (tax_id);
