-- The rule for the portal opens planned ideas of all workspaces; it was meant for boards of the current one.
-- about: Idea, portalIdeas
-- as: hf_roadmaps_portal
-- exploit: SET app.workspace_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT "title" FROM "Idea";
-- shows: Road-secret idea
-- The portal shows what is planned and shipped.
CREATE POLICY "portalIdeas" ON "Idea" FOR SELECT TO hf_roadmaps_portal
  USING ("status" IN ('PLANNED', 'SHIPPED'));
