-- Deleted members are hidden by a policy that also names the museum.
CREATE POLICY "hide_deleted" ON "Member" AS RESTRICTIVE FOR SELECT TO hf_turnstile_app
  USING ("museumSlug" = "currentMuseum"() AND "deletedAt" IS NULL);
