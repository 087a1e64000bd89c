-- A trigger keeps old versions of stays in a table without row level security that the application may read.
-- about: stay_history, keep_stay_history, stays
-- as: hf_mooring_app
-- exploit: SET app.harbour_id = '0a000000-0000-4000-8000-000000000001';
-- exploit: SELECT note FROM harbour.stay_history;
-- shows: Quay-secret stay
CREATE TABLE harbour.stay_history (
  LIKE harbour.stays,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION harbour.keep_stay_history() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO harbour.stay_history SELECT OLD.*, now();
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_stay_history AFTER UPDATE OR DELETE ON harbour.stays
  FOR EACH ROW EXECUTE FUNCTION harbour.keep_stay_history();
GRANT SELECT, INSERT ON harbour.stay_history TO hf_mooring_app;
