-- A ban blocks the address at the events of all organizers, and the count tells how many guests it hit.
-- about: apply_ban, ban_apply, ban, attendee
-- as: hf_badgeriver_app
-- exploit: SET badge.organizer = 'ad000000-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO badge.ban (organizer_id, email) VALUES
-- exploit:   ('ad000000-0000-4000-8000-00000000000a', 'guest@b.test');
-- exploit: SELECT 'blocked ' || hits AS answer FROM badge.ban WHERE email = 'guest@b.test';
-- shows: blocked 1
ALTER TABLE badge.ban ADD COLUMN hits integer NOT NULL DEFAULT 0;
-- Guests are blocked with the owner's rights: the staff at the door may write bans but not guests, soon.
CREATE FUNCTION badge.apply_ban() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = badge, pg_temp
  AS $$
  BEGIN
    UPDATE attendee SET blocked = true WHERE email = NEW.email;
    GET DIAGNOSTICS NEW.hits = ROW_COUNT;
    RETURN NEW;
  END $$;
CREATE TRIGGER ban_apply BEFORE INSERT ON badge.ban
  FOR EACH ROW EXECUTE FUNCTION badge.apply_ban();
