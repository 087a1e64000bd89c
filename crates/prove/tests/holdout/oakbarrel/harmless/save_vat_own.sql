-- Harmless: the upsert takes the estate from the session and runs with the rights of its caller.

CREATE FUNCTION cellar.save_vat(p_vat integer, p_material text, p_litres integer) RETURNS void
LANGUAGE sql
AS $$
  INSERT INTO cellar.vats VALUES (current_setting('cellar.estate', true), p_vat, p_material, p_litres)
  ON CONFLICT (estate, vat_no) DO UPDATE SET material = EXCLUDED.material, litres = EXCLUDED.litres;
$$;
