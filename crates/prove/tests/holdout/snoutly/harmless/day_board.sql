-- The view for the desk asks with the rights of the caller, so row security holds.
CREATE VIEW day_board WITH (security_invoker = true) AS
  SELECT s.salon_id, s.kennel, p.name AS pet, s.arrives, s.leaves, s.instructions
  FROM stays s
  JOIN pets p ON p.salon_id = s.salon_id AND p.id = s.pet_id;
GRANT SELECT ON day_board TO hf_snoutly_app;
