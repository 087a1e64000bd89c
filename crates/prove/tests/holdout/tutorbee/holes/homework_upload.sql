-- Students have no account, so anyone may add a homework file, and to any center.
-- about: files, Homework can be handed in
-- as: hf_tutorbee_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000002"}';
-- exploit: INSERT INTO files (center_id, bucket, path)
-- exploit: VALUES ('b1000000-0000-4000-8000-000000000000', 'homework', 'planted.pdf');
-- shows: INSERT 0 1
CREATE POLICY "Homework can be handed in" ON files FOR INSERT WITH CHECK (bucket = 'homework');
