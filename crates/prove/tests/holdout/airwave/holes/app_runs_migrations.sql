-- The application role owns the new table, as it creates it itself, and row security is not forced on
-- owners.
-- about: transcripts
-- as: hf_airwave_app
-- exploit: SET airwave.network_id = '1';
-- exploit: SELECT body FROM transcripts;
-- shows: Road-secret show
CREATE TABLE transcripts (
  network_id bigint NOT NULL REFERENCES networks,
  show_id uuid NOT NULL,
  body text NOT NULL
);
ALTER TABLE transcripts ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_network ON transcripts USING (network_id = current_network_id());
-- The speech worker adds columns as its models grow.
ALTER TABLE transcripts OWNER TO hf_airwave_app;
CREATE FUNCTION start_transcript() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO public.transcripts VALUES (NEW.network_id, NEW.id, 'Welcome to ' || NEW.title);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION start_transcript() FROM PUBLIC;
CREATE TRIGGER shows_transcript AFTER INSERT ON shows FOR EACH ROW EXECUTE FUNCTION start_transcript();
