-- The benchmark returns the highest cost of a vintage over all estates, which is a figure of another
-- estate.
-- about: vintage_costs, lots
-- as: hf_oakbarrel_app
-- exploit: SET cellar.estate = 'monte';
-- exploit: SELECT * FROM cellar.vintage_costs('PN', 2025);
-- shows: 91.73

CREATE FUNCTION cellar.vintage_costs(p_variety text, p_vintage integer,
  OUT lowest numeric, OUT highest numeric, OUT mean numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cellar, pg_temp
AS $$
  SELECT min(cost_per_litre), max(cost_per_litre), avg(cost_per_litre)
  FROM lots
  WHERE variety = p_variety AND vintage = p_vintage;
$$;
REVOKE ALL ON FUNCTION cellar.vintage_costs(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cellar.vintage_costs(text, integer) TO hf_oakbarrel_app;
