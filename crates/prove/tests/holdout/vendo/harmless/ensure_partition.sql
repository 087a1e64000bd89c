-- harmless: the partitions that this function makes are closed; all work goes through the parent.
CREATE FUNCTION vend.ensure_sales(p_year int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vend, pg_temp AS $$
BEGIN
  IF p_year NOT BETWEEN 2027 AND 2030 OR to_regclass(format('vend.%I', 'sales_' || p_year)) IS NOT NULL THEN
    RETURN;
  END IF;
  EXECUTE format('CREATE TABLE vend.%I PARTITION OF vend.sales FOR VALUES FROM (%L) TO (%L)',
    'sales_' || p_year, make_date(p_year, 1, 1), make_date(p_year + 1, 1, 1));
  EXECUTE format('ALTER TABLE vend.%I ENABLE ROW LEVEL SECURITY', 'sales_' || p_year);
  EXECUTE format('ALTER TABLE vend.%I FORCE ROW LEVEL SECURITY', 'sales_' || p_year);
END $$;
REVOKE ALL ON FUNCTION vend.ensure_sales(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vend.ensure_sales(int) TO hf_vendo_app;
