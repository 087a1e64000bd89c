-- Harmless: the function has the rights of the tables' owner, but FORCE holds the rules over the owner too.
CREATE FUNCTION "auditFeed"(n integer) RETURNS SETOF "AuditEvent"
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM "AuditEvent" ORDER BY "at" DESC LIMIT n
$$;
ALTER FUNCTION "auditFeed"(integer) OWNER TO hf_flags_owner;
