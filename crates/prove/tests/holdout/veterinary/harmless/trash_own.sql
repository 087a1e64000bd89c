-- The trash can is a view of discarded clients with the rights of the caller: each clinic sees its own.
CREATE VIEW vet.trash WITH (security_invoker = true) AS
  SELECT clinic_id, id, full_name, discarded_at FROM vet.clients WHERE discarded_at IS NOT NULL;
GRANT SELECT ON vet.trash TO hf_veterinary_app;
