-- Harmless: the organization is asked for first, and the status only narrows it.
ALTER POLICY application_tenant ON grants_application
  USING (organization_id = grants_current_org()
    AND (status = 'draft' OR status IN ('submitted', 'awarded')));
