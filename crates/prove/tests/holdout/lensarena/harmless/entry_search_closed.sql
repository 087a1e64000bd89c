-- Harmless: the search copy has the same policy as the entries, and only the trigger writes it.

CREATE TABLE lens.entry_search (
  host_id bigint NOT NULL,
  entry_no integer NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (host_id, entry_no),
  FOREIGN KEY (host_id, entry_no) REFERENCES lens.entries (host_id, entry_no) ON DELETE CASCADE
);
ALTER TABLE lens.entry_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE lens.entry_search FORCE ROW LEVEL SECURITY;
CREATE POLICY "Members search here" ON lens.entry_search FOR SELECT USING (host_id = ANY (lens.my_hosts()));
GRANT SELECT ON lens.entry_search TO hf_lensarena_app;

CREATE FUNCTION lens.copy_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = lens, pg_temp
AS $$
BEGIN
  INSERT INTO entry_search VALUES (NEW.host_id, NEW.entry_no, concat_ws(' ', NEW.title, NEW.contact))
  ON CONFLICT (host_id, entry_no) DO UPDATE SET words = EXCLUDED.words;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION lens.copy_entry() FROM PUBLIC;
CREATE TRIGGER entries_copy AFTER INSERT ON lens.entries
  FOR EACH ROW EXECUTE FUNCTION lens.copy_entry();
