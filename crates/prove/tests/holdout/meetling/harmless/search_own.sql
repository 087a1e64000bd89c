-- Every branch of the search has the organization, though the function runs as its owner: harmless.
CREATE FUNCTION "searchAll"("pWord" TEXT) RETURNS TABLE ("kind" TEXT, "hit" TEXT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'chat', c."body" FROM "ChatMessage" c
  WHERE c."organizationId" = current_setting('app.tenant_id', true) AND c."body" ILIKE '%' || "pWord" || '%'
  UNION ALL
  SELECT 'transcript', t."body" FROM "Transcript" t
  WHERE t."organizationId" = current_setting('app.tenant_id', true)
    AND t."bodyWords" @@ plainto_tsquery('simple', "pWord")
$$;
REVOKE EXECUTE ON FUNCTION "searchAll"(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "searchAll"(TEXT) TO hf_meetling_app;
