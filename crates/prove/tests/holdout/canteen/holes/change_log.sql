-- The log of changes holds whole rows of all districts, has no policy, and the application reads it.
-- about: change_log, log_change
-- as: hf_canteen_app
-- exploit: SET canteen.district = 'north';
-- exploit: SELECT new_row FROM canteen.change_log;
-- shows: Road-secret Pupil
CREATE TABLE canteen.change_log (
  entry_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  table_name text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  old_row jsonb,
  new_row jsonb
);
CREATE FUNCTION canteen.log_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = canteen, pg_temp AS $$
BEGIN
  INSERT INTO canteen.change_log (table_name, old_row, new_row) VALUES (TG_TABLE_NAME,
    CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END);
  RETURN NULL;
END $$;
CREATE TRIGGER log_change AFTER INSERT OR UPDATE OR DELETE ON canteen.pupils
  FOR EACH ROW EXECUTE FUNCTION canteen.log_change();
GRANT SELECT ON canteen.change_log TO hf_canteen_app;
