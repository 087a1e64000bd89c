-- Harmless: the card view has the rights of its reader.

CREATE VIEW "DietCard" WITH (security_invoker = true) AS
SELECT p."hospitalId", p."wardCode", p."fullName", d."diagnosis", d."kcal"
FROM "Patient" p
JOIN "DietPlan" d USING ("hospitalId", "chartNo");
GRANT SELECT ON "DietCard" TO hf_mealtrolley_app;
