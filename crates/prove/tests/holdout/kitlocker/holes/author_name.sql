-- The trigger runs as owner and looks the author up by number alone, so it copies the name of a stranger.
-- about: fill_author, announcements, members
-- as: hf_kitlocker_app
-- exploit: SET kit.association = '1';
-- exploit: INSERT INTO kit.announcements (association_id, club_no, announcement_no, author_no, body)
-- exploit:   VALUES (1, 10, 5, 200, 'x') RETURNING author_name;
-- shows: Valley-secret member
CREATE FUNCTION kit.fill_author() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = kit, pg_temp AS $$
BEGIN
  -- A club session does not see the staff of the association, so this reads as owner.
  SELECT m.full_name INTO NEW.author_name FROM kit.members m WHERE m.member_no = NEW.author_no;
  RETURN NEW;
END $$;
CREATE TRIGGER fill_author BEFORE INSERT ON kit.announcements
  FOR EACH ROW EXECUTE FUNCTION kit.fill_author();
