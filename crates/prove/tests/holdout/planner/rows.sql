-- Rows of two tenants, for the exploits in holes/.
INSERT INTO "Organization" VALUES ('oa', 'a'), ('ob', 'b-secret');
INSERT INTO "Member" VALUES ('oa', 'ma', 'a@example.com'), ('ob', 'mb', 'b-secret@example.com');
INSERT INTO "Project" VALUES ('oa', 'pa', 'PA'), ('ob', 'pb', 'PB-secret');
INSERT INTO "Task" VALUES
  ('oa', 'ta', 'pa', 'ma', 'OPEN', 'TA'),
  ('ob', 'tb', 'pb', 'mb', 'DONE', 'TB-secret');
INSERT INTO "Label" VALUES ('oa', 'la', 'red'), ('ob', 'lb', 'label-secret');
INSERT INTO "_LabelToTask" VALUES ('ob', 'lb', 'tb');
