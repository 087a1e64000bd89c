-- The view filters by all memberships there are, for inside it the members' table is read with the owner's
-- rights.
-- about: review_queue, designs, versions, team_members
-- as: hf_mockups_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT title FROM design.review_queue;
-- shows: Road-secret logo
CREATE VIEW design.review_queue WITH (security_barrier = true) AS
  SELECT d.team_id, d.id, d.title, max(v.number) AS latest
  FROM design.designs d JOIN design.versions v ON v.team_id = d.team_id AND v.design_id = d.id
  WHERE d.state = 'open' AND d.team_id IN (SELECT m.team_id FROM design.team_members m)
  GROUP BY d.team_id, d.id, d.title;
GRANT SELECT ON design.review_queue TO hf_mockups_app;
