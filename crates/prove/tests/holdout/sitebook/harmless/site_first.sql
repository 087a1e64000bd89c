-- A chosen site narrows the firm: both must hold, in a CASE that says so.
DROP POLICY firm_and_site ON site.diary_entries;
CREATE POLICY firm_and_site ON site.diary_entries
  USING (firm_id = site.firm() AND CASE WHEN site.site() IS NOT NULL THEN site_no = site.site() ELSE true END)
  WITH CHECK (firm_id = site.firm()
              AND CASE WHEN site.site() IS NOT NULL THEN site_no = site.site() ELSE true END);
