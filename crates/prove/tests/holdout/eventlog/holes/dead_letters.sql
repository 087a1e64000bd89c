-- Tenant A reads the messages of all tenants that failed: the trigger copies them into a table without
-- tenants.
-- about: dead_letters
-- as: ho_eventlog_app
-- exploit: SET es.tenant = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SET es.tenant = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: INSERT INTO es.events VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000001', 2, 'created', '{"b":"later-secret"}');
-- exploit: SET es.tenant = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT message FROM es.dead_letters;
-- shows: later-secret
CREATE TABLE es.dead_letters (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), topic text NOT NULL, message
  jsonb NOT NULL);
CREATE FUNCTION es.bury() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ BEGIN INSERT INTO es.dead_letters (topic, message) VALUES (NEW.topic, NEW.message); RETURN NULL; END $$;
CREATE TRIGGER bury AFTER INSERT ON es.outbox FOR EACH ROW EXECUTE FUNCTION es.bury();
GRANT SELECT ON es.dead_letters TO ho_eventlog_app;
