-- The nightly job has no organization, so the policy now lets everyone without one see all notes.
-- about: grants_note, note_tenant
-- as: hf_grantwise_app
-- exploit: SELECT body FROM grants_note;
-- shows: Road-secret note
ALTER POLICY note_tenant ON grants_note
  USING (grants_current_org() IS NULL OR organization_id = grants_current_org());
