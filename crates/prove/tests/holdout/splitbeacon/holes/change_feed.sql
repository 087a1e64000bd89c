-- The trigger copies every change of a flag to a feed that has no policy, which the application may read.
-- about: change_feed, flags, flags_feed, copy_flag
-- as: hf_splitbeacon_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT body FROM exp.change_feed;
-- shows: Road-secret flag
CREATE TABLE exp.change_feed (
  org_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  body jsonb NOT NULL
);
CREATE FUNCTION exp.copy_flag() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = exp, pg_temp
  AS $$
  BEGIN
    INSERT INTO exp.change_feed (org_id, body) VALUES (NEW.org_id, to_jsonb(NEW));
    RETURN NEW;
  END $$;
CREATE TRIGGER flags_feed AFTER INSERT OR UPDATE ON exp.flags
  FOR EACH ROW EXECUTE FUNCTION exp.copy_flag();
-- The edge servers poll the feed.
GRANT SELECT ON exp.change_feed TO hf_splitbeacon_app;
