-- A sponsor inherits the rights of the monitors, who read the subjects of every sponsor.
-- about: hf_trials_monitor, subjects
-- as: hf_trials_cedar
-- exploit: SELECT initials FROM dogwood.subjects;
-- shows: Road-secret initials
-- Monitors read the subjects of all sponsors; sponsors get the role as they have monitors of their own.
CREATE ROLE hf_trials_monitor NOLOGIN;
GRANT USAGE ON SCHEMA cedar, dogwood TO hf_trials_monitor;
GRANT SELECT ON cedar.subjects, dogwood.subjects, cedar.visits, dogwood.visits TO hf_trials_monitor;
GRANT hf_trials_monitor TO hf_trials_cedar, hf_trials_dogwood;
