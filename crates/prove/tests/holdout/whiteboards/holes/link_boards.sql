-- Every board that has a link is listed for every user, because the policy looks at the visibility and
-- never at a token.
-- about: boards, link boards are readable
-- as: hf_whiteboards_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT title FROM boards;
-- shows: Road-secret plan
-- Boards shared by link open without a membership.
CREATE POLICY "link boards are readable" ON boards FOR SELECT USING (visibility = 'link');
