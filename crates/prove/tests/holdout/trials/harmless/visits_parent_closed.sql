-- A parent for the visits of all sponsors that no login may read: new columns come by it, rows do not.
CREATE TABLE common.visits (
  subject_no integer NOT NULL,
  visit_no integer NOT NULL,
  seen_on date NOT NULL,
  findings text NOT NULL DEFAULT ''
);
ALTER TABLE cedar.visits INHERIT common.visits;
ALTER TABLE dogwood.visits INHERIT common.visits;
