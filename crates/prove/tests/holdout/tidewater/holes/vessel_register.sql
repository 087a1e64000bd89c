-- A port learns which vessels call elsewhere, because a vessel may be entered once in all ports.
-- about: vessels_imo_once, vessels, imo
-- as: hf_tidewater_app
-- exploit: SET tidewater.port_id = '2';
-- exploit: INSERT INTO port.vessels VALUES (2, 9100001, 'x', 'TANK', NULL) ON CONFLICT DO NOTHING;
-- shows: INSERT 0 0
-- An imo number is given once in the world.
ALTER TABLE port.vessels ADD CONSTRAINT vessels_imo_once UNIQUE (imo);
