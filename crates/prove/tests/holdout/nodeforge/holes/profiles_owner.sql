-- The application owns the network profiles and so may switch their row level security off.
-- about: wifi_profiles, owner
-- as: hf_nodeforge_app
-- exploit: SET nodeforge.tenant = '0a000000-0000-4000-8000-00000000000a';
-- exploit: ALTER TABLE prov.wifi_profiles DISABLE ROW LEVEL SECURITY;
-- exploit: SELECT passphrase FROM prov.wifi_profiles;
-- shows: Road-secret pass

-- The framework alters this table itself when a column is added. FORCE keeps the policies for the owner.
ALTER TABLE prov.wifi_profiles OWNER TO hf_nodeforge_app;
