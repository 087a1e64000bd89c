-- A set-returning function that runs as its caller.
CREATE FUNCTION ts.latest(series integer) RETURNS SETOF ts.samples LANGUAGE sql STABLE
AS $$ SELECT * FROM ts.samples WHERE series_no = series ORDER BY at DESC LIMIT 1 $$;
