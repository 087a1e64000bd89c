-- The trigger has its owner's rights, but locks the entry of the same firm only.
CREATE FUNCTION site.lock_diary() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = site, pg_temp
AS $$
BEGIN
  UPDATE diary_entries SET locked = true
  WHERE firm_id = NEW.firm_id AND site_no = NEW.site_no AND day = NEW.day;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION site.lock_diary() FROM PUBLIC;
CREATE TRIGGER approvals_lock AFTER INSERT ON site.approvals FOR EACH ROW EXECUTE FUNCTION site.lock_diary();
