-- harmless: the sort column is quoted as a name, the district is a parameter, and the caller's rights hold.
CREATE FUNCTION canteen.search_pupils(p_name text, p_sort text DEFAULT 'full_name')
RETURNS SETOF canteen.pupils LANGUAGE plpgsql STABLE SET search_path = canteen, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT * FROM canteen.pupils WHERE district_id = $1 AND full_name ILIKE $2 ORDER BY %I', p_sort)
    USING canteen.cur_district(), '%' || p_name || '%';
END $$;
