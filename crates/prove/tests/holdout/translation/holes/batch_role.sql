-- The role of the batch passes by row level security, and the application may become it.
-- about: hf_translation_batch
-- as: hf_translation_app
-- exploit: SET tr.agency = '10';
-- exploit: SET ROLE hf_translation_batch;
-- exploit: SELECT full_name FROM tr.people;
-- shows: Road-secret Lou
-- The nightly statistics run in the worker of the application.
ALTER ROLE hf_translation_batch BYPASSRLS;
GRANT USAGE ON SCHEMA tr TO hf_translation_batch;
GRANT SELECT ON tr.people, tr.segments TO hf_translation_batch;
GRANT hf_translation_batch TO hf_translation_app;
