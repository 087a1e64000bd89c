-- Functions that notify do it aloud from here on: a notification leaves with COMMIT, and nothing here is committed.
CREATE SCHEMA bulkhead_told;
GRANT USAGE ON SCHEMA bulkhead_told TO PUBLIC;
CREATE FUNCTION bulkhead_told.pg_notify(channel text, payload text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog AS $told$
BEGIN
  PERFORM set_config('bulkhead.told', concat(nullif(current_setting('bulkhead.told', true), '') || E'\n',
    channel, ': ', payload), true);
END $told$;
DO $told$
DECLARE
  text text;
BEGIN
  FOR text IN
    SELECT pg_get_functiondef(p.oid) FROM pg_proc AS p
    JOIN pg_namespace AS n ON n.oid = p.pronamespace JOIN pg_language AS l ON l.oid = p.prolang
    WHERE n.nspname !~ '^(pg_|bulkhead_told)' AND p.prokind IN ('f', 'p') AND l.lanname IN ('sql', 'plpgsql')
      AND concat(p.prosrc, pg_get_function_sqlbody(p.oid)) ~* '\m(pg_)?notify\M'
  LOOP
    text := regexp_replace(text, '(\mpg_catalog\.)?\mpg_notify\M', 'bulkhead_told.pg_notify', 'gi');
    EXECUTE regexp_replace(text, '\mNOTIFY\s+("?[\w%.$]+"?)\s*,\s*', 'SET LOCAL bulkhead.told_as TO ', 'gi');
  END LOOP;
END $told$;
