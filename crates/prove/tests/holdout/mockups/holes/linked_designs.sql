-- All designs with a public link can be listed, because the policy wants that a link exists and not that
-- the caller has it.
-- about: designs, share_links, designs_linked, links_anyone
-- as: hf_mockups_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT title FROM design.designs;
-- shows: Road-secret logo
-- A visitor with a link sees the design; the page itself compares the token.
CREATE POLICY links_anyone ON design.share_links FOR SELECT USING (true);
CREATE POLICY designs_linked ON design.designs FOR SELECT USING (
  EXISTS (SELECT 1 FROM design.share_links l WHERE l.team_id = designs.team_id AND l.design_id = designs.id)
);
