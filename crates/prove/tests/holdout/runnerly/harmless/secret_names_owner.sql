-- The view belongs to the tables' owner, on whom row security is forced: the policies use the caller's
-- token.
CREATE VIEW ci.secret_names AS SELECT organization_id, key FROM ci.secrets;
ALTER VIEW ci.secret_names OWNER TO hf_runnerly_owner;
GRANT SELECT ON ci.secret_names TO hf_runnerly_app;
