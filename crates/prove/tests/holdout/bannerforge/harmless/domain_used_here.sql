-- The same question with the caller's rights: only domains of the own account can be found.
CREATE FUNCTION "domainIsFree"(p_domain text) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT NOT EXISTS (SELECT 1 FROM "Campaign" WHERE "trackingDomain" = p_domain) $$;
