-- A login without a tenant reads the minutes of all organizations, which the view gives to the biller that
-- way.
-- about: MinutesUsed, Participant
-- as: hf_meetling_app
-- exploit: RESET app.tenant_id;
-- exploit: SELECT "organizationId", "minutes" FROM "MinutesUsed";
-- shows: clh0road
CREATE VIEW "MinutesUsed" AS
  SELECT p."organizationId", sum(p."minutes") AS "minutes"
  FROM "Participant" p
  WHERE p."organizationId" = current_setting('app.tenant_id', true)
    OR COALESCE(current_setting('app.tenant_id', true), '') = ''
  GROUP BY 1;
GRANT SELECT ON "MinutesUsed" TO hf_meetling_app;
