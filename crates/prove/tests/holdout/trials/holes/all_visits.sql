-- Asking the parent table reads the visits of all sponsors: rights on the children are not asked.
-- about: visits
-- as: hf_trials_cedar
-- exploit: SELECT findings FROM common.visits;
-- shows: Road-secret findings
-- New columns of visits are added in one place, a parent that the sponsors' tables inherit from.
CREATE TABLE common.visits (
  subject_no integer NOT NULL,
  visit_no integer NOT NULL,
  seen_on date NOT NULL,
  findings text NOT NULL DEFAULT ''
);
ALTER TABLE cedar.visits INHERIT common.visits;
ALTER TABLE dogwood.visits INHERIT common.visits;
GRANT SELECT ON ALL TABLES IN SCHEMA common TO hf_trials_cedar, hf_trials_dogwood;
