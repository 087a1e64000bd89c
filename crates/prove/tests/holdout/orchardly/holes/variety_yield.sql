-- The function for the yield of a variety runs as its owner over the rows of all growers.
-- about: variety_yield, tree_rows, picks
-- as: hf_orchardly_app
-- exploit: SET orchard.grower_id = 'a1000000-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM orchard.variety_yield('conference');
-- shows: 8131
CREATE FUNCTION orchard.variety_yield(p_variety text)
RETURNS TABLE (block text, trees bigint, kilos numeric)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = orchard, pg_temp
AS $$
  SELECT b.name, sum(r.trees), sum(p.kilos)
  FROM blocks b
  JOIN tree_rows r ON r.block_id = b.id
  JOIN picks p ON p.row_id = r.id
  WHERE r.variety = p_variety
  GROUP BY b.id, b.name
$$;
