-- With no museum set the function answers with the first museum, so a session without one reads that
-- museum's rows.
-- about: me, coll.
-- as: hf_museums_app
-- exploit: SELECT name FROM coll.donors;
-- shows: Road-secret donor
-- The command line tools of small sites have no museum set.
CREATE OR REPLACE FUNCTION coll.me() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = coll, pg_temp AS $$
  SELECT coalesce(nullif(current_setting('museum.slug', true), ''),
                  (SELECT m.slug FROM museums m ORDER BY m.opened, m.slug LIMIT 1))
$$;
