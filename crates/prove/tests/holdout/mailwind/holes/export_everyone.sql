-- The table of exports is open to PUBLIC and has no row security; its payload holds the subscribers of all
-- accounts.
-- about: subscriber_exports, export_list
-- as: hf_mailwind_app
-- exploit: SET app.account_id = '1';
-- exploit: SELECT payload FROM mail.subscriber_exports;
-- shows: Road-secret vip
CREATE TABLE mail.subscriber_exports (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id integer NOT NULL,
  payload jsonb NOT NULL
);
GRANT ALL ON mail.subscriber_exports TO PUBLIC;
-- Exports are kept up to date as subscribers come in.
CREATE FUNCTION mail.export_list() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO mail.subscriber_exports (account_id, payload) VALUES (NEW.account_id, to_jsonb(NEW));
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION mail.export_list() FROM PUBLIC;
CREATE TRIGGER subscribers_export AFTER INSERT ON mail.subscribers
  FOR EACH ROW EXECUTE FUNCTION mail.export_list();
