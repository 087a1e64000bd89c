-- The board of the best sites names the sites of every operator with what they sold.
-- about: top_sites, sales, sites
-- as: hf_vendo_app
-- exploit: SET vend.operator = '2';
-- exploit: SELECT * FROM vend.top_sites(10);
-- shows: Road-secret Hall
CREATE FUNCTION vend.top_sites(p_limit int) RETURNS TABLE (site text, cents bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vend, pg_temp AS $$
  SELECT s.name, sum(x.cents) FROM vend.sales x
  JOIN vend.machines m ON m.operator_id = x.operator_id AND m.machine_no = x.machine_no
  JOIN vend.sites s ON s.operator_id = m.operator_id AND s.site_no = m.site_no
  GROUP BY s.name ORDER BY 2 DESC LIMIT p_limit
$$;
