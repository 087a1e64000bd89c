INSERT INTO pharmacies VALUES (1, 'Mill Pharmacy', 'L1'), (2, 'Brook-secret Pharmacy', 'L2');
INSERT INTO drugs VALUES ('0001', 'Pain tablets', false), ('0002', 'Strong drops', true);
INSERT INTO suppliers VALUES (1, 1, 'VAT-1', 'Common Wholesale'), (2, 1, 'VAT-2', 'Brook-secret Wholesale');
INSERT INTO stock_items VALUES (1, 1, '0001', 'A1', 20), (2, 1, '0002', 'Brook-secret shelf', 2);
INSERT INTO batches VALUES
  (1, 'LOT-1', 1, 1, '2027-01-01', 'ok'),
  (2, 'LOT-2', 1, 1, '2027-02-01', 'Brook-secret batch');
INSERT INTO purchase_orders VALUES (1, 1, 1, 'weekly'), (2, 1, 1, 'Brook-secret order');
INSERT INTO prescriptions (pharmacy_id, id, patient, ndc) VALUES
  (1, 1, 'Patient One', '0001'),
  (2, 1, 'Brook-secret patient', '0002');
INSERT INTO stock_movements VALUES
  (1, 1, 1, -1, 'sold', '2026-01-01'),
  (2, 1, 1, -1, 'Brook-secret movement', '2019-01-01');
