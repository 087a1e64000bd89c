-- A file may be put anywhere by who calls himself its owner; the rule does not look at the school.
-- about: objects, own_files
-- as: hf_classrooms_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO storage.objects VALUES ('22222222-2222-2222-2222-222222222222',
-- exploit: '22222222-0000-0000-0000-000000000001', 'rude.png', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa');
-- shows: INSERT 0 1
-- Pupils keep the files that they have made.
CREATE POLICY own_files ON storage.objects USING (owner = auth.uid());
