-- A mention is looked up by handle in all workspaces, so the text of a comment reaches a stranger of the
-- same handle.
-- about: notify_mentions, comments_mentions, notifications, comments, members
-- as: hf_clauseharbor_app
-- exploit: SET request.jwt.claims = '{"sub": "c1000000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT body FROM red.notifications;
-- shows: Road-secret remark
CREATE FUNCTION red.notify_mentions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = red, pg_temp
  AS $$
  BEGIN
    INSERT INTO red.notifications (workspace_id, recipient_id, body)
      SELECT m.workspace_id, m.user_id, left(NEW.body, 80)
      FROM red.members m
      WHERE NEW.body LIKE '%@' || m.handle || ' %' AND m.user_id <> NEW.author_id;
    RETURN NEW;
  END $$;
CREATE TRIGGER comments_mentions AFTER INSERT ON red.comments
  FOR EACH ROW EXECUTE FUNCTION red.notify_mentions();
