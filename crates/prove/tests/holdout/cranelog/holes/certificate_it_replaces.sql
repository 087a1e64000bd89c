-- A firm finds out which certificate numbers exist elsewhere, because the new reference and the key under
-- it span all firms.
-- about: replaces_no, certificates, certificates_no_key, certificates_replaces_no_fkey
-- as: hf_cranelog_app
-- exploit: SET crane.firm_id = '11';
-- exploit: INSERT INTO lift.certificates (firm_id, certificate_no, holder, replaces_no)
-- exploit: VALUES (11, 'CE-2', 'Low road', 'CE-9');
-- shows: INSERT 0 1
-- A new certificate names the one that it replaces.
ALTER TABLE lift.certificates ADD CONSTRAINT certificates_no_key UNIQUE (certificate_no);
ALTER TABLE lift.certificates ADD COLUMN replaces_no text
  CONSTRAINT certificates_replaces_no_fkey REFERENCES lift.certificates (certificate_no);
