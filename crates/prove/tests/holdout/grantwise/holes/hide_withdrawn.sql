-- AND binds tighter than OR, so every organization's submitted applications can be read and changed.
-- about: grants_application, application_tenant
-- as: hf_grantwise_app
-- exploit: SET app.organization_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT number, summary FROM grants_application;
-- shows: Road-secret summary
ALTER POLICY application_tenant ON grants_application
  USING (organization_id = grants_current_org() AND status = 'draft' OR status IN ('submitted', 'awarded'));
