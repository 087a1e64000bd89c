-- The view for overdue loans asks with the caller's rights.
CREATE VIEW "library_overdue" WITH (security_invoker = on) AS
  SELECT l."ensemble_id", l."id", p."name", l."due", l."remark"
  FROM "library_loan" l
  JOIN "library_person" p ON p."ensemble_id" = l."ensemble_id" AND p."id" = l."person_id"
  WHERE l."returned" IS NULL;
GRANT SELECT ON "library_overdue" TO hf_tutti_app;
