INSERT INTO "Clinic" VALUES ('cln_river', 'River Clinic'), ('cln_road', 'Road-secret Clinic');
INSERT INTO "Staff" VALUES ('cln_road', 'stf_road', 'bo@road.test', 'Road-secret nurse');
INSERT INTO "Patient" VALUES
  ('cln_river', 'pat_river', 'Rita', '100', '1990-01-01'),
  ('cln_road', 'pat_road', 'Road-secret patient', '200', '1980-02-02');
INSERT INTO "FormTemplate" VALUES
  ('cln_river', 'frm_river', 'River form', '[]'),
  ('cln_road', 'frm_road', 'Road-secret form', '["Road-secret field"]');
INSERT INTO "Submission" VALUES
  ('cln_river', 'sub_river', 'frm_river', 'pat_river'),
  ('cln_road', 'sub_road', 'frm_road', 'pat_road');
INSERT INTO "Answer" VALUES ('cln_road', 'sub_road', 'allergy', 'Road-secret allergy');
INSERT INTO "SharedLink" VALUES ('cln_road', 'Road-secret-token', 'sub_road');
INSERT INTO "AuditEvent" VALUES ('cln_road', '2024-05-05', 'Road-secret action');
