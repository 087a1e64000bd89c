-- Any franchise wipes the running imports of all others, because TRUNCATE asks for no policy.
-- about: cleaner_imports
-- as: hf_dustbrigade_app
-- exploit: SET dust.franchise = 'oak';
-- exploit: TRUNCATE home.cleaner_imports;
-- shows: TRUNCATE TABLE
-- DELETE left the staging table bloated after each import.
GRANT TRUNCATE ON home.cleaner_imports TO hf_dustbrigade_app;
