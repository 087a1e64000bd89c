-- The same view with the caller's rights and a check on what is written: nothing leaves the own foundation.
CREATE VIEW own_payments WITH (security_invoker = true) AS
  SELECT * FROM payments WHERE foundation_id = current_foundation()
  WITH CASCADED CHECK OPTION;
GRANT SELECT, INSERT ON own_payments TO hf_fundbridge_app;
