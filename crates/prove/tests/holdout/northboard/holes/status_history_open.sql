-- The new history has row level security, but its policy lets everyone read and write everything.
-- about: status_history, status_history_all, keep_status
-- as: hf_northboard_app
-- exploit: SET board.user_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT title, status FROM board.status_history;
-- shows: Road-secret item
CREATE TABLE board.status_history (
  workspace_id uuid NOT NULL REFERENCES board.workspaces (id),
  item_id uuid NOT NULL,
  title text NOT NULL,
  status text NOT NULL,
  since timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE board.status_history ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Written by the trigger.
CREATE POLICY status_history_all ON board.status_history USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON board.status_history TO hf_northboard_app;
CREATE FUNCTION board.keep_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO board.status_history (workspace_id, item_id, title, status)
  VALUES (NEW.workspace_id, NEW.id, NEW.title, NEW.status);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_status AFTER INSERT OR UPDATE OF status ON board.items
  FOR EACH ROW EXECUTE FUNCTION board.keep_status();
