-- A login searches the transcripts of all organizations: one branch of the union forgot the organization.
-- about: searchAll, Transcript, Meeting
-- as: hf_meetling_app
-- exploit: SET app.tenant_id = 'clh0harbour';
-- exploit: SELECT * FROM "searchAll"('budget');
-- shows: Road-secret budget is gone
CREATE FUNCTION "searchAll"("pWord" TEXT) RETURNS TABLE ("kind" TEXT, "hit" TEXT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'meeting', m."title" FROM "Meeting" m
  WHERE m."organizationId" = current_setting('app.tenant_id', true) AND m."title" ILIKE '%' || "pWord" || '%'
  UNION ALL
  SELECT 'chat', c."body" FROM "ChatMessage" c
  WHERE c."organizationId" = current_setting('app.tenant_id', true) AND c."body" ILIKE '%' || "pWord" || '%'
  UNION ALL
  SELECT 'transcript', t."body" FROM "Transcript" t
  WHERE t."bodyWords" @@ plainto_tsquery('simple', "pWord")
$$;
REVOKE EXECUTE ON FUNCTION "searchAll"(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "searchAll"(TEXT) TO hf_meetling_app;
