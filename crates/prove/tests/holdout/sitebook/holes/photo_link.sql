-- Anyone opens the photos of other firms by counting up, because the link holds only small numbers.
-- about: photo_by_link, photos, link
-- as: hf_sitebook_app
-- exploit: SET sitebook.firm = '500';
-- exploit: SELECT p.caption FROM generate_series(1, 3) n, site.photo_by_link('1-' || n) p;
-- shows: Road-secret crack
-- Clients open a photo by a link without an account.
ALTER TABLE site.photos ADD COLUMN link text
  GENERATED ALWAYS AS (site_no::text || '-' || photo_no::text) STORED;
CREATE FUNCTION site.photo_by_link(p_link text) RETURNS TABLE (caption text, object_key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = site, pg_temp
AS $$ SELECT p.caption, p.object_key FROM photos p WHERE p.link = p_link $$;
REVOKE ALL ON FUNCTION site.photo_by_link(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION site.photo_by_link(text) TO hf_sitebook_app;
