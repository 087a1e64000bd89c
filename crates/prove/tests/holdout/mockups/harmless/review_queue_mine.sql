-- The queue as a view with its owner's rights, which asks for each team whether the caller is in it.
CREATE VIEW design.review_queue WITH (security_barrier = true) AS
  SELECT d.team_id, d.id, d.title FROM design.designs d
  WHERE d.state = 'open' AND design.in_team(d.team_id);
GRANT SELECT ON design.review_queue TO hf_mockups_app;
