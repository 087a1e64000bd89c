INSERT INTO expense.orgs (org_id, name) VALUES (1, 'Harbour'), (12, 'Road-secret');
INSERT INTO expense.employees (org_id, employee_no, name, bank_account) VALUES
  (1, 1, 'Ida', 'XX01'),
  (12, 1, 'Road-secret traveller', 'XX12-road-secret');
INSERT INTO expense.trips (org_id, trip_no, employee_no, purpose, days) VALUES
  (1, 1, 1, 'fair', '[2026-03-01,2026-03-04)'),
  (12, 1, 1, 'Road-secret takeover talks', '[2026-03-02,2026-03-09)');
INSERT INTO expense.claims (org_id, claim_no, trip_no, period, memo, cents) VALUES
  (1, 1, 1, '2026-03-01', 'hotel', 12000),
  (12, 1, 1, '2026-03-01', 'Road-secret dinner', 98765),
  (12, 2, 1, '2026-03-01', 'Road-secret taxi', 4321);
INSERT INTO expense.receipts (org_id, receipt_no, claim_no, storage_key, read_text) VALUES
  (1, 1, 1, '1/2026/hotel.pdf', 'hotel'),
  (12, 1, 1, '12/2026/dinner.pdf', 'Road-secret dinner for five');
INSERT INTO expense.card_payments (org_id, payment_no, last4, merchant, cents) VALUES
  (12, 1, '4242', 'Road-secret jeweller', 500000);
INSERT INTO expense.rates (org_id, rate_no, country, cents_a_day, is_default) VALUES
  (1, 1, 'SE', 2800, true),
  (12, 1, 'SE', 3300, true);
INSERT INTO expense.exports (org_id, export_no, period) VALUES (1, 1, '2026-03-01');
INSERT INTO expense.audit_log (org_id, what) VALUES (12, 'Road-secret claim approved by the owner');
