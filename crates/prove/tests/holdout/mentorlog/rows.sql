INSERT INTO training_framework VALUES ('ELEC', 'Electrician'), ('PLUM', 'Plumber');
INSERT INTO training_organisation VALUES (1, 'Road-secret college'), (7, 'Harbour works');
INSERT INTO training_mentor VALUES
  (7, 1, 'Mia', 'mia@harbour.example'),
  (1, 1, 'Road-secret mentor', 'boss@road.example');
INSERT INTO training_apprentice VALUES
  (7, 1, 'Tom', 'LN-100', 'ELEC', 'active'),
  (1, 1, 'Road-secret apprentice', 'LN-900', 'PLUM', 'active');
INSERT INTO training_logbookentry VALUES
  (7, 1, 1, 1, 'Wired a lamp', false),
  (1, 1, 1, 1, 'Road-secret entry', false);
INSERT INTO training_assessment VALUES (7, 1, 1, 'pass', 'ok'), (1, 1, 1, 'fail', 'Road-secret remark');
INSERT INTO training_document VALUES
  (7, 1, 1, 'internal', 'tom.pdf'),
  (1, 1, 1, 'assessors', 'Road-secret.pdf');
INSERT INTO training_invitation VALUES
  (7, 1, 'x@harbour.example', 'mentor'),
  (1, 1, 'guest@road.example', 'Road-secret examiner');
INSERT INTO training_sharelink VALUES
  (7, 1, 1, 'for Tom', false),
  (1, 1, 1, 'Road-secret link', false);
