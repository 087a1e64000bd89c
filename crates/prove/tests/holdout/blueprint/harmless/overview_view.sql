-- harmless: the overview runs with the rights of the reader.
CREATE VIEW "ProjectOverview" WITH (security_invoker = true) AS
  SELECT p."officeId", p."title", c."name" AS "client"
  FROM "Project" p JOIN "Client" c ON c."officeId" = p."officeId" AND c."id" = p."clientId";
GRANT SELECT ON "ProjectOverview" TO hf_blueprint_app;
