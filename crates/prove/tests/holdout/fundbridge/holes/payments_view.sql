-- The view filters what is read, but nothing checks what is written through it, so payments go to any
-- foundation.
-- about: own_payments, payments
-- as: hf_fundbridge_app
-- exploit: SET app.foundation_id = '1';
-- exploit: INSERT INTO own_payments VALUES (2, 99, 1, '2025Q2', 1, 'EUR');
-- shows: INSERT 0 1
-- The importer writes to the view; the tables are to be closed to it later.
CREATE VIEW own_payments AS
  SELECT * FROM payments WHERE foundation_id = current_foundation();
GRANT SELECT, INSERT ON own_payments TO hf_fundbridge_app;
