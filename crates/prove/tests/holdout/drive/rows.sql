-- Rows of two tenants, for the exploits in holes/.
INSERT INTO drive.tenants VALUES ('acme', 'A'), ('acme2', 'A2'), ('zeta', 'Z-secret');
INSERT INTO drive.members VALUES ('acme', 'ann'), ('zeta', 'bob');
INSERT INTO drive.quotas VALUES ('acme'), ('zeta'), ('acme2');
INSERT INTO drive.files VALUES
  ('acme', 'acme/a.txt', 0, NULL, false),
  ('zeta', 'zeta/secret.txt', 0, NULL, false),
  ('acme2', 'acme2/two-secret.txt', 0, NULL, false),
  ('zeta', 'zeta/linked-secret.txt', 1, NULL, true);
INSERT INTO drive.versions VALUES ('zeta', 'zeta/secret.txt', 1, '\xdeadbeef');
