INSERT INTO customs.brokers VALUES ('anchor', 'Anchor Brokers', 100), ('beacon', 'Pier-secret Brokers', 5000);
INSERT INTO customs.hs_codes VALUES ('0901', 7);
INSERT INTO customs.importers VALUES
  ('anchor', 'EU1', 'Coffee House'),
  ('beacon', 'EU2', 'Pier-secret importer');
INSERT INTO customs.declarations VALUES
  ('anchor', 'D-1', 'EU1', 'MRN-A1', 'draft', 'coffee'),
  ('beacon', 'D-8', 'EU2', 'MRN-B8', 'lodged', 'Pier-secret goods');
INSERT INTO customs.declaration_lines VALUES
  ('anchor', 'D-1', 1, '0901', 10, 'beans'),
  ('beacon', 'D-8', 1, '0901', 900, 'Pier-secret line');
INSERT INTO customs.documents VALUES
  ('anchor', 'D-1', 'invoice', 'invoice for beans'),
  ('beacon', 'D-8', 'invoice', 'invoice Pier-secret');
INSERT INTO customs.duty_postings VALUES ('anchor', 1, 5, 'fee'), ('beacon', 1, 50, 'Pier-secret posting');
INSERT INTO customs.outbox (broker, message_no, payload) VALUES
  ('beacon', 1, '{"text": "Pier-secret message"}');
INSERT INTO customs.audit_log (broker, db_user, change) VALUES
  ('anchor', 'hf_quaydeclare_app', 'lodged D-1'),
  ('beacon', 'hf_quaydeclare_app', 'Pier-secret change');
