-- Everybody reads the names and phones of all who are on call: the view has the rights of its owner.
-- about: on_call_now, shifts, team_users
-- as: hf_incidents_app
-- exploit: SET inc.claims = '{"uid": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT display_name, phone FROM inc.on_call_now;
-- shows: Road-secret phone
-- Who is on call at the moment.
CREATE VIEW inc.on_call_now WITH (security_barrier = true) AS
  SELECT s.org_id, t.display_name, t.phone
  FROM inc.shifts s JOIN inc.team_users t USING (org_id, user_id)
  WHERE s.during @> now();
GRANT SELECT ON inc.on_call_now TO hf_incidents_app;
