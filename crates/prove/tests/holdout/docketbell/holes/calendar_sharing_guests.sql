-- A court opens any calendar to itself, because the guest of a share may write the row that says who shares
-- with whom.
-- about: calendar_shares, hearings, hearings_shared
-- as: hf_docketbell_app
-- exploit: SET docket.court = 'AL-01';
-- exploit: INSERT INTO cal.calendar_shares VALUES ('RD-09', 'AL-01');
-- exploit: SELECT title FROM cal.hearings;
-- shows: Road-secret hearing
CREATE TABLE cal.calendar_shares (
  court_code text NOT NULL REFERENCES cal.courts,
  guest_code text NOT NULL REFERENCES cal.courts,
  PRIMARY KEY (court_code, guest_code)
);
ALTER TABLE cal.calendar_shares ENABLE ROW LEVEL SECURITY;
ALTER TABLE cal.calendar_shares FORCE ROW LEVEL SECURITY;
-- The guest may end a share as well.
CREATE POLICY calendar_shares_sides ON cal.calendar_shares
  USING (court_code = cal.court() OR guest_code = cal.court());
GRANT SELECT, INSERT, DELETE ON cal.calendar_shares TO hf_docketbell_app;
CREATE POLICY hearings_shared ON cal.hearings FOR SELECT USING (EXISTS (
  SELECT 1 FROM cal.calendar_shares s
  WHERE s.court_code = hearings.court_code AND s.guest_code = cal.court()));
