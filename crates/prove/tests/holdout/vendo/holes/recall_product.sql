-- A recall by one operator blocks the slots with that product in the machines of all operators.
-- about: recall_product, slots
-- as: hf_vendo_app
-- exploit: SET vend.operator = '2';
-- exploit: SELECT 'blocked ' || vend.recall_product('400');
-- shows: blocked 2
CREATE FUNCTION vend.recall_product(p_ean text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vend, pg_temp AS $$
DECLARE v_count int;
BEGIN
  UPDATE vend.slots SET blocked = true, level = 0 WHERE ean = p_ean;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;
