-- The policy compares the whole first part of the path with the firm, and the firm itself too.
DROP POLICY firm_rows ON scaf.photos;
CREATE POLICY photos_by_path ON scaf.photos
  USING (firm_id = scaf.firm() AND split_part(path, '/', 1) = scaf.firm()::text)
  WITH CHECK (firm_id = scaf.firm() AND split_part(path, '/', 1) = scaf.firm()::text);
