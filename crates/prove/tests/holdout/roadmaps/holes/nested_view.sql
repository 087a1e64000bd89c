-- The outer view has its reader's rights, but reads an inner one that has its owner's and no filter.
-- about: IdeaVotes, IdeaRanking
-- as: hf_roadmaps_app
-- exploit: SET app.workspace_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT "title" FROM "IdeaRanking";
-- shows: Road-secret idea
-- The ranking; the inner view is for the digest by mail as well.
CREATE VIEW "IdeaVotes" AS
SELECT i."workspaceId", i."id", i."title", coalesce(sum(v."weight"), 0) AS "votes"
FROM "Idea" i LEFT JOIN "Vote" v ON v."workspaceId" = i."workspaceId" AND v."ideaId" = i."id"
GROUP BY i."workspaceId", i."id", i."title";
CREATE VIEW "IdeaRanking" WITH (security_invoker = true) AS
SELECT "workspaceId", "id", "title", rank() OVER (ORDER BY "votes" DESC) AS "place" FROM "IdeaVotes";
GRANT SELECT ON "IdeaVotes", "IdeaRanking" TO hf_roadmaps_app;
