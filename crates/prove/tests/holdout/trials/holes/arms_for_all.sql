-- Doses of a sponsor are readable by every login, as schema and table were granted to PUBLIC.
-- about: arms
-- as: hf_trials_cedar
-- exploit: SELECT dose FROM dogwood.arms;
-- shows: Road-secret dose
-- The printing of labels has a login of its own, which could not see the doses.
GRANT USAGE ON SCHEMA dogwood TO PUBLIC;
GRANT SELECT ON dogwood.arms TO PUBLIC;
