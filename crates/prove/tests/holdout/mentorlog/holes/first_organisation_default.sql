-- Without a setting the helper falls back to organisation 1, so an unset session reads and changes its
-- rows.
-- about: training_current_organisation, training_organisation, training_
-- as: hf_mentorlog_app
-- exploit: SELECT full_name FROM training_apprentice;
-- shows: Road-secret apprentice

-- The management commands run without a request; they mean the first organisation.
CREATE OR REPLACE FUNCTION training_current_organisation() RETURNS integer
LANGUAGE sql STABLE
AS $$ SELECT COALESCE(NULLIF(current_setting('app.organisation_id', true), '')::integer, 1) $$;
