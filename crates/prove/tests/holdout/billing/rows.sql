-- Rows of two tenants, for the exploits in holes/.
INSERT INTO billing.accounts VALUES (1, 'Alpha'), (2, 'Beta-secret');
INSERT INTO billing.tax_rates VALUES ('DE', 19);
INSERT INTO billing.customers VALUES
  (1, 1, 'CA', 'IBAN-A'),
  (2, 1, 'CB-secret', 'IBAN-secret'),
  (2, 7, 'CB7-secret', 'x');
INSERT INTO billing.invoices VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 1, 1, 1, 100),
  ('bbbbbbbb-0000-4000-8000-000000000001', 2, 1, 1, 4711);
INSERT INTO billing.invoice_lines VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 1, 'line A', 100),
  ('bbbbbbbb-0000-4000-8000-000000000001', 1, 'line B-secret', 4711);
INSERT INTO billing.payments VALUES
  (1, 'aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000001', 5, NULL),
  (2, 'bbbbbbbb-0000-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000001', 5, 'ref-secret');
INSERT INTO billing.number_ranges VALUES (1, 'invoice', 2), (2, 'invoice', 2);
