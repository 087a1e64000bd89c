-- Any court reads the hearings that came from the old system, because they stay open until somebody has
-- mapped the old numbers.
-- about: hearings, hearings_legacy
-- as: hf_docketbell_app
-- exploit: SET docket.court = 'AL-01';
-- exploit: SELECT title FROM cal.hearings;
-- shows: Road-secret hearing
-- Clerks look for their old hearings by the old number.
CREATE POLICY hearings_legacy ON cal.hearings FOR SELECT TO hf_docketbell_app
  USING (legacy_no IS NOT NULL AND cal.court() IS NOT NULL);
