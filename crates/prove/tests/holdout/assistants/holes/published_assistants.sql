-- A column grant hides nothing: the rule opens whole rows of published assistants, and all are published.
-- about: assistants, assistants_gallery
-- as: hf_assistants_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT instructions FROM app.assistants;
-- shows: Road-secret instructions
-- The gallery shows names of published assistants.
ALTER TABLE app.assistants ADD COLUMN visibility text NOT NULL DEFAULT 'gallery';
CREATE POLICY assistants_gallery ON app.assistants FOR SELECT USING (visibility = 'gallery');
GRANT SELECT (name, model) ON app.assistants TO hf_assistants_app;
