-- The feed shows the changes of every workspace: a view that reads with its owner's rights and has no filter.
-- about: audit_feed, audit_entries
-- as: hf_contracts_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001", "role": "member"}';
-- exploit: SELECT change ->> 'title' FROM ct.audit_feed;
-- shows: Road-secret merger
-- The feed on the start page joins the address of the actor.
CREATE VIEW ct.audit_feed AS
  SELECT e.workspace_id, e.change, m.email
  FROM ct.audit_entries e
  LEFT JOIN ct.members m ON m.workspace_id = e.workspace_id AND m.user_id = e.actor;
GRANT SELECT ON ct.audit_feed TO hf_contracts_app;
