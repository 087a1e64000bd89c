-- Rows of two tenants, for the exploits in holes/.
INSERT INTO desk.customers VALUES ('acme', 'Acme'), ('acme-eu', 'Acme-eu-secret'), ('zeta', 'Zeta-secret');
INSERT INTO desk.agents VALUES ('acme', 'ann'), ('zeta', 'bob');
INSERT INTO desk.ticket_numbers VALUES ('acme', 1), ('zeta', 1);
INSERT INTO desk.tickets VALUES
  ('acme', 1, 'ann', 'TA'),
  ('zeta', 1, 'bob', 'TZ-secret'),
  ('zeta', 2, 'bob', 'TZ2-secret'),
  ('acme-eu', 1, NULL, 'EU-secret');
INSERT INTO desk.messages VALUES ('acme', 1, 1, 'MA'), ('zeta', 1, 1, 'MZ-secret');
INSERT INTO desk.jobs VALUES
  ('acme', 'aaaaaaaa-0000-4000-8000-000000000001', 'mail', '{}'),
  ('zeta', 'bbbbbbbb-0000-4000-8000-000000000001', 'mail', '{"to":"secret"}');
