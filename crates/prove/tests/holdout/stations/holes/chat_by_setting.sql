-- The common chat knows the station by a setting that each login chooses itself, though logins tell
-- stations apart.
-- about: chat
-- as: hf_stations_hill
-- exploit: SET air.station = 'road';
-- exploit: SELECT body FROM air.chat;
-- shows: Road-secret chat
SET ROLE hf_stations_owner;
CREATE TABLE air.chat (
  station text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  body text NOT NULL,
  PRIMARY KEY (station, id)
);
ALTER TABLE air.chat ENABLE ROW LEVEL SECURITY;
ALTER TABLE air.chat FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON air.chat USING (station = current_setting('air.station', true));
GRANT SELECT, INSERT ON air.chat TO hf_stations_web;
RESET ROLE;
