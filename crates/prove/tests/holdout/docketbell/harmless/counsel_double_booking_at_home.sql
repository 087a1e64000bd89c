-- The warning about a counsel who is booked twice in the same court, with the rights of the caller.
CREATE FUNCTION cal.warn_counsel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO cal.notices (court_code, hearing_no, body)
  SELECT NEW.court_code, NEW.hearing_no, 'Counsel is also at: ' || h.title
  FROM cal.hearings h
  WHERE h.court_code = NEW.court_code AND h.hearing_no <> NEW.hearing_no
    AND h.counsel_bar_no = NEW.counsel_bar_no AND h.during && NEW.during;
  RETURN NULL;
END $$;
CREATE TRIGGER warn_counsel AFTER INSERT ON cal.hearings
  FOR EACH ROW EXECUTE FUNCTION cal.warn_counsel();
