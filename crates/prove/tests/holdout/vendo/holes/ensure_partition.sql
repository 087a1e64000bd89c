-- The partitions that this function makes are granted to the application and have no row level security.
-- about: ensure_sales, sales_2027, sales
-- as: hf_vendo_app
-- exploit: SET vend.operator = '2';
-- exploit: SELECT vend.ensure_sales(2027);
-- exploit: SELECT card_hint FROM vend.sales_2027;
-- shows: Road-secret card 27
-- The application makes the next partition itself, and the reports read single years.
CREATE FUNCTION vend.ensure_sales(p_year int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vend, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE TABLE IF NOT EXISTS vend.%I PARTITION OF vend.sales FOR VALUES FROM (%L) TO (%L)',
    'sales_' || p_year, make_date(p_year, 1, 1), make_date(p_year + 1, 1, 1));
  EXECUTE format('GRANT SELECT ON vend.%I TO hf_vendo_app', 'sales_' || p_year);
END $$;
