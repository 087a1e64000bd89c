-- A connection that sets no institution sees all couriers, because the filter falls back to the row's own.
-- about: courier_list, couriers
-- as: hf_vitrine_app
-- exploit: SELECT full_name FROM loans.courier_list;
-- shows: Road-secret Courier
-- Couriers without their passports, for the front end.
CREATE VIEW loans.courier_list WITH (security_barrier = true) AS
  SELECT institution, courier_no, full_name
  FROM loans.couriers
  WHERE institution = COALESCE(loans.me(), institution);
GRANT SELECT ON loans.courier_list TO hf_vitrine_app;
