-- The tax number of a contractor is unique within one firm only, so nothing is learnt of other firms.
ALTER TABLE pm.vendors ADD CONSTRAINT vendors_org_tax_id_key UNIQUE (org_id, tax_id);
