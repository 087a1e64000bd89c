-- The new table of panel cleanings has grants but no row security, so every operator reads all cleanings.
-- about: panel_cleanings
-- as: hf_quartzray_app
-- exploit: SET solar.operator_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT 'seen ' || operator_id FROM solar.panel_cleanings;
-- shows: seen bbbbbbbb
CREATE TABLE solar.panel_cleanings (
  operator_id uuid NOT NULL,
  plant_id uuid NOT NULL,
  cleaned_on date NOT NULL,
  PRIMARY KEY (operator_id, plant_id, cleaned_on),
  FOREIGN KEY (operator_id, plant_id) REFERENCES solar.plants ON DELETE CASCADE
);
GRANT SELECT, INSERT, UPDATE, DELETE ON solar.panel_cleanings TO hf_quartzray_app;
-- Every new plant starts with a cleaning of today.
CREATE FUNCTION solar.first_cleaning() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO solar.panel_cleanings VALUES (NEW.operator_id, NEW.plant_id, current_date);
  RETURN NULL;
END $$;
CREATE TRIGGER first_cleaning AFTER INSERT ON solar.plants
  FOR EACH ROW EXECUTE FUNCTION solar.first_cleaning();
