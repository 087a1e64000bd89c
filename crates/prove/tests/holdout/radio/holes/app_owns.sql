-- The application switches the policies off: it was made a member of the owner to run migrations.
-- about: hf_radio_owner, can_disable
-- as: hf_radio_app
-- exploit: ALTER TABLE radio.tracks DISABLE ROW LEVEL SECURITY;
-- exploit: SELECT title FROM radio.tracks;
-- shows: Song-secret
GRANT hf_radio_owner TO hf_radio_app;
