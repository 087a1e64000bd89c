-- The numbers of events come from one sequence for all: a sponsor sees how many events the others report.
-- about: event_numbers, adverse_events
-- as: hf_trials_cedar
-- exploit: SELECT 'reported by all: ' || last_value FROM common.event_numbers WHERE is_called;
-- shows: reported by all: 1
-- The authority wants numbers of events that are not used twice by anybody.
CREATE SEQUENCE common.event_numbers;
ALTER TABLE cedar.adverse_events ALTER COLUMN event_no DROP IDENTITY;
ALTER TABLE cedar.adverse_events ALTER COLUMN event_no SET DEFAULT nextval('common.event_numbers');
ALTER TABLE dogwood.adverse_events ALTER COLUMN event_no DROP IDENTITY;
ALTER TABLE dogwood.adverse_events ALTER COLUMN event_no SET DEFAULT nextval('common.event_numbers');
GRANT USAGE, SELECT ON SEQUENCE common.event_numbers TO hf_trials_cedar, hf_trials_dogwood;
