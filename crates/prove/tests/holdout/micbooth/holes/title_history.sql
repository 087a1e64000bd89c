-- The new history table has no row level security, and the default privileges let the application read it.
-- about: title_history, keep_title
-- as: hf_micbooth_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT title FROM studio.title_history;
-- shows: Road-secret episode
CREATE TABLE studio.title_history (
  studio_id uuid NOT NULL REFERENCES studio.studios (id),
  episode_id uuid NOT NULL,
  title text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION studio.keep_title() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO studio.title_history (studio_id, episode_id, title) VALUES (NEW.studio_id, NEW.id, NEW.title);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_title AFTER INSERT OR UPDATE OF title ON studio.episodes
  FOR EACH ROW EXECUTE FUNCTION studio.keep_title();
