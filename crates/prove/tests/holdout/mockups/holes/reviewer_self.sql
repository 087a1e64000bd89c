-- A user makes himself a reviewer of a foreign design by its id, and then sees it with all its versions.
-- about: reviewers, reviewers_accept, designs, versions
-- as: hf_mockups_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO design.reviewers VALUES ('b0000000-0000-4000-8000-00000000000b',
-- exploit:   'b2000000-0000-4000-8000-000000000001', auth.uid());
-- exploit: SELECT title FROM design.designs;
-- shows: Road-secret logo
-- Reviewers accept by writing their own row and give their verdict there.
CREATE POLICY reviewers_accept ON design.reviewers
  USING (user_id = auth.uid()) WITH CHECK (user_id = auth.uid());
