-- The history has the museum in it and the same row level security as the rest.
CREATE TABLE coll.conservation_history (
  museum coll.slug NOT NULL REFERENCES coll.museums (slug),
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  inventory_no text NOT NULL,
  report text NOT NULL
);
ALTER TABLE coll.conservation_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE coll.conservation_history FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON coll.conservation_history USING (museum = coll.me());
GRANT SELECT, INSERT ON coll.conservation_history TO hf_museums_app;
CREATE FUNCTION coll.keep_history() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO coll.conservation_history (museum, inventory_no, report)
  VALUES (NEW.museum, NEW.inventory_no, NEW.report);
  RETURN NULL;
END
$$;
CREATE TRIGGER conservation_history AFTER INSERT OR UPDATE ON coll.conservation
  FOR EACH ROW EXECUTE FUNCTION coll.keep_history();
