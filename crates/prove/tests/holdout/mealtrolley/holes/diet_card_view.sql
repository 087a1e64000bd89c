-- The card view is owned by the migration's role and asks no policy of its reader: all diagnoses show.
-- about: DietCard, DietPlan, Patient
-- as: hf_mealtrolley_app
-- exploit: SET tenancy.hospital_id = 'ckhospa0001';
-- exploit: SELECT "fullName", "diagnosis" FROM "DietCard";
-- shows: Road-secret diagnosis

CREATE VIEW "DietCard" AS
SELECT p."hospitalId", p."wardCode", p."fullName", d."diagnosis", d."kcal"
FROM "Patient" p
JOIN "DietPlan" d USING ("hospitalId", "chartNo");
GRANT SELECT ON "DietCard" TO hf_mealtrolley_app;
