-- The words offered while typing come out of the reports of all foundations, rare ones included.
-- about: suggest_words, reports
-- as: hf_fundbridge_app
-- exploit: SET app.foundation_id = '1';
-- exploit: SELECT suggest_words('fraud');
-- shows: fraudwhistle
CREATE FUNCTION suggest_words(p_start text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
    SELECT w.word FROM ts_stat('SELECT to_tsvector(''simple'', body) FROM public.reports') w
    WHERE current_foundation() IS NOT NULL AND starts_with(w.word, p_start)
    ORDER BY w.nentry DESC LIMIT 8
  $$;
