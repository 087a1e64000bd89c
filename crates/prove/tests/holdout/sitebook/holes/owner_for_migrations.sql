-- The application switches row security off and reads all incidents, because it owns the table now.
-- about: incidents
-- as: hf_sitebook_app
-- exploit: SET sitebook.firm = '500';
-- exploit: ALTER TABLE site.incidents DISABLE ROW LEVEL SECURITY;
-- exploit: SELECT what FROM site.incidents;
-- shows: Road-secret fall
-- The application adds columns to this table at its start.
ALTER TABLE site.incidents OWNER TO hf_sitebook_app;
