-- The function runs as its owner and deletes the part with this serial whoever owns it.
-- about: scrap_part, parts
-- as: hf_scaffold_app
-- exploit: SET scaf.firm_id = '4';
-- exploit: SELECT 'scrapped ' || scaf.scrap_part('S-2003');
-- shows: scrapped S-2003
CREATE FUNCTION scaf.scrap_part(p_serial text) RETURNS text
LANGUAGE sql SECURITY DEFINER
SET search_path = scaf, pg_temp
AS $$
  DELETE FROM parts p
  WHERE p.serial = p_serial
    AND NOT EXISTS (
      SELECT 1 FROM hires h WHERE h.firm_id = p.firm_id AND h.serial = p.serial AND h.back_on IS NULL)
  RETURNING p.serial
$$;
REVOKE ALL ON FUNCTION scaf.scrap_part(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scaf.scrap_part(text) TO hf_scaffold_app;
