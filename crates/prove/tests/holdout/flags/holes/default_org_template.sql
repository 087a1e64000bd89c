-- Segments of no matter which organization can be seen when their name begins with a word, "Template" or not.
-- about: Segment, segment_templates
-- as: hf_flags_app
-- exploit: SET app.current_org_id = 'org_hill';
-- exploit: SELECT "emails" FROM "Segment";
-- shows: vip@road-secret.example
-- Templates are for all organizations.
CREATE POLICY segment_templates ON "Segment" FOR SELECT
  USING ("name" LIKE 'Template%' OR "name" NOT LIKE '%(private)');
