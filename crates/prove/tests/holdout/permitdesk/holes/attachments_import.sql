-- Row level security of the attachments is switched off for an import and never switched on again.
-- about: attachments
-- as: hf_permitdesk_app
-- exploit: SET app.city_id = '11';
-- exploit: SELECT content FROM permits.attachments;
-- shows: Road-secret plan

-- The import of old files needs to write for all cities.
ALTER TABLE permits.attachments DISABLE ROW LEVEL SECURITY;
ALTER TABLE permits.attachments ADD COLUMN imported_from text;
ALTER TABLE permits.attachments FORCE ROW LEVEL SECURITY;
