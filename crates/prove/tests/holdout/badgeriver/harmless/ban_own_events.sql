-- A ban blocks the address at the organizer's own events, with the rights of whoever writes it.
CREATE FUNCTION badge.apply_ban() RETURNS trigger LANGUAGE plpgsql
  SET search_path = badge, pg_temp
  AS $$
  BEGIN
    UPDATE attendee SET blocked = true WHERE organizer_id = NEW.organizer_id AND email = NEW.email;
    RETURN NEW;
  END $$;
CREATE TRIGGER ban_apply BEFORE INSERT ON badge.ban
  FOR EACH ROW EXECUTE FUNCTION badge.apply_ban();
