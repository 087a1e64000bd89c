-- The view has its owner's rights and a barrier, and its filter is the caller's institution or nothing.
CREATE VIEW loans.courier_list WITH (security_barrier = true) AS
  SELECT institution, courier_no, full_name
  FROM loans.couriers
  WHERE institution = loans.me();
GRANT SELECT ON loans.courier_list TO hf_vitrine_app;
