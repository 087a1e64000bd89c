-- Harmless: the portal's rule is restrictive, so it only takes ideas away.
CREATE POLICY "portalIdeas" ON "Idea" AS RESTRICTIVE FOR SELECT TO hf_roadmaps_portal
  USING ("status" IN ('PLANNED', 'SHIPPED'));
