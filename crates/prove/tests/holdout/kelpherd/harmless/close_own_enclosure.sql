-- The trigger runs with the caller's rights and names the park of the closed enclosure: harmless.
CREATE FUNCTION zoo.close_own_enclosure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE zoo.animals SET enclosure_no = NULL
  WHERE park_id = OLD.park_id AND enclosure_no = OLD.enclosure_no;
  RETURN OLD;
END $$;
CREATE TRIGGER close_own_enclosure AFTER DELETE ON zoo.enclosures
  FOR EACH ROW EXECUTE FUNCTION zoo.close_own_enclosure();
