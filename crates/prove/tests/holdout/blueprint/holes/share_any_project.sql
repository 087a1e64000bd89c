-- The bare name "projectId" means the column of the share: a guest of one project reads all of that office.
-- about: Drawing, guest, ProjectShare
-- as: hf_blueprint_app
-- exploit: SET app.current_office = 'off_west';
-- exploit: SELECT "fileKey" FROM "Drawing";
-- shows: Road-secret/d3.dwg
-- Shares without an end are allowed now.
ALTER TABLE "ProjectShare" ALTER COLUMN "until" DROP NOT NULL;
DROP POLICY guest ON "Drawing";
CREATE POLICY guest ON "Drawing" FOR SELECT USING (EXISTS (
  SELECT 1 FROM "ProjectShare" s WHERE s."officeId" = "Drawing"."officeId" AND s."projectId" = "projectId"
    AND s."guestId" = current_office() AND coalesce(s."until", 'infinity') >= current_date));
