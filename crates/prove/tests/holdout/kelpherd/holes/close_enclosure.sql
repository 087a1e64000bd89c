-- The trigger runs as owner and frees the animals of that enclosure number in every park.
-- about: close_enclosure, enclosures, animals
-- as: hf_kelpherd_app
-- exploit: SET zoo.current_park = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: DELETE FROM zoo.enclosures WHERE enclosure_no = 4;
-- shows: 1 animals need a new place
CREATE FUNCTION zoo.close_enclosure() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = zoo, pg_temp AS $$
DECLARE n bigint;
BEGIN
  UPDATE zoo.animals SET enclosure_no = NULL WHERE enclosure_no = OLD.enclosure_no;
  GET DIAGNOSTICS n = ROW_COUNT;
  RAISE NOTICE '% animals need a new place', n;
  RETURN OLD;
END $$;
CREATE TRIGGER close_enclosure AFTER DELETE ON zoo.enclosures
  FOR EACH ROW EXECUTE FUNCTION zoo.close_enclosure();
