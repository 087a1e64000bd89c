-- Every session that listens hears the incidents of all organizations, as the channel is one for all.
-- about: tell_screens, incidents
-- as: hf_incidents_app
-- exploit: SET inc.claims = '{"uid": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: LISTEN incidents;
-- exploit: SET inc.claims = '{"uid": "b0000000-0000-4000-8000-000000000001"}';
-- exploit: UPDATE inc.incidents SET closed_at = now() WHERE org_id = 'b0000000-0000-4000-8000-000000000000';
-- exploit: SET inc.claims = '{"uid": "a0000000-0000-4000-8000-000000000001"}';
-- shows: Asynchronous notification "incidents" with payload
-- Screens on the wall change at once when an incident does.
CREATE FUNCTION inc.tell_screens() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_notify('incidents', row_to_json(NEW)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER tell_screens AFTER INSERT OR UPDATE ON inc.incidents
  FOR EACH ROW EXECUTE FUNCTION inc.tell_screens();
