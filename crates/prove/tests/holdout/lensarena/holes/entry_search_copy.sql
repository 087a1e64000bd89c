-- The search copy of the entries has a grant but no row level security, so all contacts can be searched.
-- about: entry_search, copy_entry, entries
-- as: hf_lensarena_app
-- exploit: SET request.jwt.claims = '{"sub": "1e500000-0000-4000-8000-0000000000a1"}';
-- exploit: SELECT words FROM lens.entry_search;
-- shows: Road-secret@mail.example

CREATE TABLE lens.entry_search (
  host_id bigint NOT NULL,
  entry_no integer NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (host_id, entry_no),
  FOREIGN KEY (host_id, entry_no) REFERENCES lens.entries (host_id, entry_no) ON DELETE CASCADE
);
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
CREATE TRIGGER entries_copy AFTER INSERT OR UPDATE OF title, contact ON lens.entries
  FOR EACH ROW EXECUTE FUNCTION lens.copy_entry();
