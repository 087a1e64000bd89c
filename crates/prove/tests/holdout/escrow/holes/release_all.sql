-- An agency releases the money of another's deal, and learns its title, by giving its reference.
-- about: release, deals
-- as: hf_escrow_app
-- exploit: SET app.agency = 'acorn';
-- exploit: SELECT escrow.release('D-9');
-- shows: Road-secret mill
-- The release was slow under row security; as it is the administrator's function now, it goes by the key.
CREATE OR REPLACE FUNCTION escrow.release(which text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found_title text;
BEGIN
  UPDATE escrow.deals SET state = 'released'
  WHERE deal_ref = which AND state = 'funded'
    AND NOT EXISTS (SELECT 1 FROM escrow.conditions c
      WHERE c.agency = deals.agency AND c.deal_ref = deals.deal_ref AND NOT c.met)
  RETURNING title INTO found_title;
  RETURN found_title;
END
$$;
ALTER FUNCTION escrow.release(text) OWNER TO CURRENT_USER;
