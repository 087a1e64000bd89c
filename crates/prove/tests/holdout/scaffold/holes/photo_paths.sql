-- The policy compares the beginning of the path with the number of the firm, and 41 begins with 4.
-- about: photos, photos_by_path, firm_rows
-- as: hf_scaffold_app
-- exploit: SET scaf.firm_id = '4';
-- exploit: SELECT caption FROM scaf.photos;
-- shows: Tube-secret photo
DROP POLICY firm_rows ON scaf.photos;
CREATE POLICY photos_by_path ON scaf.photos
  USING (path LIKE scaf.firm()::text || '%')
  WITH CHECK (firm_id = scaf.firm());
