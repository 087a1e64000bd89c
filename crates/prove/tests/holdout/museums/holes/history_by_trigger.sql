-- The trigger copies reports into a history that the application reads without row level security.
-- about: conservation_history
-- as: hf_museums_app
-- exploit: SET museum.slug = 'hill';
-- exploit: SELECT report FROM coll.conservation_history;
-- shows: Road-secret crack
CREATE TABLE coll.conservation_history (
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  inventory_no text NOT NULL,
  report text NOT NULL
);
CREATE FUNCTION coll.keep_history() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO coll.conservation_history (inventory_no, report) VALUES (NEW.inventory_no, NEW.report);
  RETURN NULL;
END
$$;
CREATE TRIGGER conservation_history AFTER INSERT OR UPDATE ON coll.conservation
  FOR EACH ROW EXECUTE FUNCTION coll.keep_history();
GRANT SELECT, INSERT ON coll.conservation_history TO hf_museums_app;
