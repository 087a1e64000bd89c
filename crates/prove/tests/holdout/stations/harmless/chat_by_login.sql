-- The common chat knows the station by the login, which a session cannot choose.
SET ROLE hf_stations_owner;
CREATE TABLE air.chat (
  station text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  body text NOT NULL,
  PRIMARY KEY (station, id)
);
ALTER TABLE air.chat ENABLE ROW LEVEL SECURITY;
ALTER TABLE air.chat FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON air.chat USING ('hf_stations_' || station = session_user);
GRANT SELECT, INSERT ON air.chat TO hf_stations_web;
RESET ROLE;
