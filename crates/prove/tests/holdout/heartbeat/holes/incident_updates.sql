-- The table inherits the columns of incidents but not their row security, and it is granted by itself.
-- about: incident_postmortems, incidents
-- as: hf_heartbeat_app
-- exploit: SET request.jwt.claims = '{"sub":"usr_bob"}';
-- exploit: INSERT INTO incident_postmortems (team_id, monitor_id, summary, lesson)
-- exploit:   VALUES ('tm_road', 'vault', 'Road-' || 'secret cause', 'x');
-- exploit: SET request.jwt.claims = '{"sub":"usr_ann"}';
-- exploit: SELECT summary FROM incident_postmortems;
-- shows: Road-secret cause
CREATE TABLE incident_postmortems (
  lesson text NOT NULL
) INHERITS (incidents);
GRANT SELECT, INSERT, UPDATE ON incident_postmortems TO hf_heartbeat_app;
