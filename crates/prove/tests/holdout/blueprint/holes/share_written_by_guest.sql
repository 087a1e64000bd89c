-- The policy for guests is for all verbs, so an office lets itself into any project that it can name.
-- about: ProjectShare, guest, Drawing
-- as: hf_blueprint_app
-- exploit: SET app.current_office = 'off_north';
-- exploit: INSERT INTO "ProjectShare" VALUES ('off_road', 'p2', 'off_north', '2099-01-01');
-- exploit: SELECT "fileKey" FROM "Drawing";
-- shows: Road-secret/d2.dwg
-- Guests may leave a project, and so delete their row.
DROP POLICY guest ON "ProjectShare";
CREATE POLICY guest ON "ProjectShare" USING ("guestId" = current_office());
