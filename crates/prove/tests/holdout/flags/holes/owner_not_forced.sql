-- The function of the tables' owner reads without rules, for FORCE was taken from the table.
-- about: AuditEvent, auditFeed
-- as: hf_flags_app
-- exploit: SET app.current_org_id = 'org_hill';
-- exploit: SELECT "after" FROM "auditFeed"(10);
-- shows: Road-secret event
-- The seed script writes as owner.
ALTER TABLE "AuditEvent" NO FORCE ROW LEVEL SECURITY;
CREATE FUNCTION "auditFeed"(n integer) RETURNS SETOF "AuditEvent"
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM "AuditEvent" ORDER BY "at" DESC LIMIT n
$$;
ALTER FUNCTION "auditFeed"(integer) OWNER TO hf_flags_owner;
