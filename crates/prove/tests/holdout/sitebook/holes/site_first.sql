-- Who works on its own site 1 reads the diaries of every firm's site 1: a chosen site replaces the firm.
-- about: diary_entries, firm_and_site
-- as: hf_sitebook_app
-- exploit: SET sitebook.firm = '500';
-- exploit: SET sitebook.site = '1';
-- exploit: SELECT day, body FROM site.diary_entries;
-- shows: Road-secret delay
-- Simpler to read: with a site the site counts, without one the firm.
DROP POLICY firm_and_site ON site.diary_entries;
CREATE POLICY firm_and_site ON site.diary_entries
  USING (CASE WHEN site.site() IS NOT NULL THEN site_no = site.site() ELSE firm_id = site.firm() END)
  WITH CHECK (firm_id = site.firm() AND site_no = COALESCE(site.site(), site_no));
