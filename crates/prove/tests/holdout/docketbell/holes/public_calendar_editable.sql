-- A court changes the published hearings of all courts, because the view runs with its owner's rights and
-- lets updates through.
-- about: public_calendar, hearings
-- as: hf_docketbell_app
-- exploit: SET docket.court = 'AL-01';
-- exploit: UPDATE cal.public_calendar SET title = 'cancelled';
-- shows: UPDATE 2
CREATE VIEW cal.public_calendar WITH (security_barrier = true) AS
  SELECT court_code, hearing_no, during, title FROM cal.hearings WHERE published;
GRANT SELECT, UPDATE (title) ON cal.public_calendar TO hf_docketbell_app;
