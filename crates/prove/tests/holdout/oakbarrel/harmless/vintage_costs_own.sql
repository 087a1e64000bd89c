-- Harmless: the benchmark runs with the rights of its caller, so it knows the lots of one estate only.

CREATE FUNCTION cellar.vintage_costs(p_variety text, p_vintage integer,
  OUT lowest numeric, OUT highest numeric, OUT mean numeric)
LANGUAGE sql STABLE SECURITY INVOKER
AS $$
  SELECT min(cost_per_litre), max(cost_per_litre), avg(cost_per_litre)
  FROM cellar.lots
  WHERE variety = p_variety AND vintage = p_vintage;
$$;
