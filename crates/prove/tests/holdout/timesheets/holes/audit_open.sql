-- The audit of time entries is a new table with policies missing altogether, so old and new text of all is
-- readable.
-- about: time_entry_audit, audit_entry
-- as: hf_timesheets_app
-- exploit: SET app.account_id = 'ua';
-- exploit: SELECT after ->> 'description' FROM time_entry_audit;
-- shows: Road-secret work
CREATE TABLE time_entry_audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "workspaceId" text NOT NULL,
  "changedBy" text,
  after jsonb NOT NULL,
  "changedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO time_entry_audit ("workspaceId", "changedBy", after)
  VALUES (NEW."workspaceId", me(), to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER audit_entry AFTER INSERT OR UPDATE ON time_entry
  FOR EACH ROW EXECUTE FUNCTION audit_entry();
GRANT SELECT ON time_entry_audit TO hf_timesheets_app;
