-- A login learns which room addresses other organizations use, because a slug now is taken once for all.
-- about: Room_slug_key, Room
-- as: hf_meetling_app
-- exploit: SET app.tenant_id = 'clh0harbour';
-- exploit: INSERT INTO "Room" ("organizationId", "id", "slug") VALUES ('clh0harbour', 'clr9', 'board');
-- shows: Room_slug_key
DROP INDEX "Room_organizationId_slug_key";
CREATE UNIQUE INDEX "Room_slug_key" ON "Room" ("slug");
