-- An approval locks diaries of other firms with the same site and day, because the trigger skips the firm.
-- about: lock_diary, approvals_lock, diary_entries, approvals
-- as: hf_sitebook_app
-- exploit: SET sitebook.firm = '500';
-- exploit: INSERT INTO site.approvals VALUES (500, 1, '2030-04-01', 'Hill Boss')
-- exploit:   RETURNING 'entries ' || locked_entries;
-- shows: entries 2
-- An approved day cannot be changed any more; how many entries that closed is kept for the message.
ALTER TABLE site.approvals ADD COLUMN locked_entries integer NOT NULL DEFAULT 0;
CREATE FUNCTION site.lock_diary() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = site, pg_temp
AS $$
BEGIN
  UPDATE diary_entries SET locked = true WHERE site_no = NEW.site_no AND day = NEW.day;
  GET DIAGNOSTICS NEW.locked_entries = ROW_COUNT;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION site.lock_diary() FROM PUBLIC;
CREATE TRIGGER approvals_lock BEFORE INSERT ON site.approvals FOR EACH ROW EXECUTE FUNCTION site.lock_diary();
