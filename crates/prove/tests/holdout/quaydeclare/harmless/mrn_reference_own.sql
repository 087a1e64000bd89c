-- The reference from documents to registration numbers carries the broker: harmless.
ALTER TABLE customs.documents ADD COLUMN proof_mrn text;
ALTER TABLE customs.documents ADD FOREIGN KEY (broker, proof_mrn)
  REFERENCES customs.declarations (broker, mrn);
