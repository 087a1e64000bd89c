-- Mentions are looked up in the workspace of the comment only, so nothing goes to another one.
CREATE FUNCTION red.notify_mentions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = red, pg_temp
  AS $$
  BEGIN
    INSERT INTO red.notifications (workspace_id, recipient_id, body)
      SELECT m.workspace_id, m.user_id, left(NEW.body, 80)
      FROM red.members m
      WHERE m.workspace_id = NEW.workspace_id
        AND NEW.body LIKE '%@' || m.handle || ' %' AND m.user_id <> NEW.author_id;
    RETURN NEW;
  END $$;
CREATE TRIGGER comments_mentions AFTER INSERT ON red.comments
  FOR EACH ROW EXECUTE FUNCTION red.notify_mentions();
