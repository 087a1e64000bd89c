-- The table with the newest reading of each device has no row level security and shows the readings of all.
-- about: latest_reading, keep_latest
-- as: hf_vehicles_app
-- exploit: SET fleet.org_id = 'alpha';
-- exploit: SELECT reading ->> 'place' FROM fleet.latest_reading;
-- shows: Road-secret dock
-- The device list must not look through a month of telemetry.
CREATE TABLE fleet.latest_reading (
  device_id uuid PRIMARY KEY,
  org_id text NOT NULL,
  at timestamptz NOT NULL,
  reading jsonb NOT NULL,
  FOREIGN KEY (org_id, device_id) REFERENCES fleet.devices ON DELETE CASCADE
);
CREATE FUNCTION fleet.keep_latest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fleet.latest_reading VALUES (NEW.device_id, NEW.org_id, NEW.at, NEW.reading)
  ON CONFLICT (device_id) DO UPDATE SET at = EXCLUDED.at, reading = EXCLUDED.reading;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_latest AFTER INSERT ON fleet.telemetry
  FOR EACH ROW EXECUTE FUNCTION fleet.keep_latest();
GRANT SELECT, INSERT, UPDATE, DELETE ON fleet.latest_reading TO hf_vehicles_app;
