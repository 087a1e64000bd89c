-- Harmless: a name may be used once in each workspace.
CREATE UNIQUE INDEX release_name_once ON "Release" ("workspaceId", lower("name"));
