-- The function renames any company, as it takes the slug from its argument; keys below follow by cascade.
-- about: rename_company, companies
-- as: hf_snippets_app
-- exploit: SET snip.company = 'hill';
-- exploit: SELECT 'renamed ' || snip.rename_company('road', 'stolen');
-- shows: renamed Road-secret company
-- A new name for the address.
CREATE FUNCTION snip.rename_company(old_slug text, new_slug text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = snip, pg_temp AS $$
  UPDATE companies SET slug = new_slug WHERE slug = old_slug RETURNING title
$$;
