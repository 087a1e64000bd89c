-- The upsert takes the estate from its caller and runs as the owner, so it overwrites vats of other
-- estates.
-- about: save_vat, vats
-- as: hf_oakbarrel_app
-- exploit: SET cellar.estate = 'monte';
-- exploit: SELECT cellar.save_vat('monte-alto', 41, 'plastic', 1) AS old_material;
-- shows: Road-secret oak

-- One call of the phone app for new and changed vats; gives back what was there before.
CREATE FUNCTION cellar.save_vat(p_estate text, p_vat integer, p_material text, p_litres integer)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = cellar, pg_temp
AS $$
DECLARE
  v_old text;
BEGIN
  SELECT material INTO v_old FROM vats WHERE estate = p_estate AND vat_no = p_vat FOR UPDATE;
  INSERT INTO vats VALUES (p_estate, p_vat, p_material, p_litres)
  ON CONFLICT (estate, vat_no) DO UPDATE SET material = EXCLUDED.material, litres = EXCLUDED.litres;
  RETURN v_old;
END
$$;
REVOKE ALL ON FUNCTION cellar.save_vat(text, integer, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cellar.save_vat(text, integer, text, integer) TO hf_oakbarrel_app;
