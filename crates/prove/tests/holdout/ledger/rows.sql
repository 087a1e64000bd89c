-- Rows of two tenants, for the exploits in holes/.
INSERT INTO books.accounts VALUES
  ('acme', '100', 'Cash'),
  ('zeta', '100', 'Cash'),
  ('zeta', '900', 'secret-account');
INSERT INTO books.entries VALUES ('acme', 1, '2026-01-01', 'MA'), ('zeta', 1, '2026-01-01', 'MZ-secret');
INSERT INTO books.lines VALUES ('acme', 1, 1, '100', 5, 0), ('zeta', 1, 1, '900', 4711, 0);
INSERT INTO books.periods VALUES ('zeta', '[2026-01-01,2027-01-01)');
