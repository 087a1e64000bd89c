-- The embargo got a permissive policy of its own: notes without a date are then read by every winery.
-- about: TastingNote, embargo_over
-- as: hf_winery_app
-- exploit: SET app.winery_id = 'w_hill';
-- exploit: SELECT "body" FROM "TastingNote";
-- shows: Road-secret note
CREATE POLICY embargo_over ON "TastingNote" FOR SELECT
  USING ("embargoUntil" IS NULL OR "embargoUntil" < CURRENT_DATE);
