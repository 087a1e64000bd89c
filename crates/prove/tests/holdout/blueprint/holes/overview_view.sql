-- The overview joins as its owner and shows the projects and invoices of all offices.
-- about: ProjectOverview, Project, Invoice, Client
-- as: hf_blueprint_app
-- exploit: SET app.current_office = 'off_north';
-- exploit: SELECT "client", "invoiced" FROM "ProjectOverview";
-- shows: Road-secret Client
CREATE VIEW "ProjectOverview" AS
  SELECT p."officeId", p."title", c."name" AS "client",
    (SELECT sum(i."total") FROM "Invoice" i
      WHERE i."officeId" = p."officeId" AND i."projectId" = p."id") AS "invoiced"
  FROM "Project" p JOIN "Client" c ON c."officeId" = p."officeId" AND c."id" = p."clientId";
GRANT SELECT ON "ProjectOverview" TO hf_blueprint_app;
