-- The best customers from a materialized view that nobody may read, by a function that asks for the bakery
-- of the session.
CREATE MATERIALIZED VIEW bread.leaderboard_data AS
  SELECT bakery_id, holder, points, rank() OVER (PARTITION BY bakery_id ORDER BY points DESC) AS place
  FROM bread.cards WHERE deleted_at IS NULL;
CREATE FUNCTION bread.leaderboard() RETURNS TABLE (holder text, points int, place bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bread, pg_temp AS $$
  SELECT d.holder, d.points, d.place FROM bread.leaderboard_data d
  WHERE d.bakery_id = bread.bakery() AND d.place <= 10
$$;
REVOKE ALL ON FUNCTION bread.leaderboard() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bread.leaderboard() TO hf_crumbcard_app;
