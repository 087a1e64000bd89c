-- Checking in to a room marks the rooms of that name in every space as busy.
-- about: mark_busy, check_ins, rooms
-- as: hf_deskhive_app
-- exploit: SET desk.space = 'hub';
-- exploit: INSERT INTO desk.check_ins (space, room) VALUES ('hub', 'Blue');
-- exploit: SET desk.space = 'hub-road';
-- exploit: SELECT 'seats ' || seats || ' busy ' || busy FROM desk.rooms WHERE room = 'Blue';
-- shows: seats 41 busy true
CREATE FUNCTION desk.mark_busy() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE desk.rooms SET busy = true WHERE room = NEW.room;
  RETURN NULL;
END $$;
CREATE TRIGGER mark_busy AFTER INSERT ON desk.check_ins FOR EACH ROW EXECUTE FUNCTION desk.mark_busy();
