-- A common list keeps plates unique over the depots, so a refused plate tells that the other depot has the
-- bus.
-- about: plates, plates_pkey, note_plate, buses
-- as: hf_busyard_north
-- exploit: INSERT INTO north.buses (plate, model) VALUES ('S-777', 'city-12');
-- shows: duplicate key value
CREATE TABLE common.plates (
  plate text PRIMARY KEY
);
CREATE FUNCTION common.note_plate() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = common, pg_temp
AS $$
BEGIN
  INSERT INTO plates (plate) VALUES (NEW.plate);
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION common.note_plate() FROM PUBLIC;
CREATE TRIGGER note_plate BEFORE INSERT ON north.buses FOR EACH ROW EXECUTE FUNCTION common.note_plate();
CREATE TRIGGER note_plate BEFORE INSERT ON south.buses FOR EACH ROW EXECUTE FUNCTION common.note_plate();
