-- Documents point at a registration number of any broker, so the key tells which numbers exist.
-- about: documents, declarations, mrn
-- as: hf_quaydeclare_app
-- exploit: SET customs.broker = 'anchor';
-- exploit: UPDATE customs.documents SET mrn = 'MRN-B8';
-- shows: UPDATE 1
ALTER TABLE customs.declarations ADD CONSTRAINT declarations_mrn_key UNIQUE (mrn);
ALTER TABLE customs.documents ADD COLUMN mrn text
  REFERENCES customs.declarations (mrn) ON UPDATE CASCADE ON DELETE SET NULL;
