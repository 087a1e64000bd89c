-- Any bakery reads the best customers of all from the data under the view, because a view with the caller's
-- rights needs a grant on the materialized view as well.
-- about: leaderboard_data, leaderboard, cards
-- as: hf_crumbcard_app
-- exploit: SET app.bakery = '301';
-- exploit: SELECT holder, points FROM bread.leaderboard_data;
-- shows: Road-secret holder
CREATE MATERIALIZED VIEW bread.leaderboard_data AS
  SELECT bakery_id, holder, points, rank() OVER (PARTITION BY bakery_id ORDER BY points DESC) AS place
  FROM bread.cards WHERE deleted_at IS NULL;
CREATE VIEW bread.leaderboard WITH (security_invoker = true) AS
  SELECT holder, points, place FROM bread.leaderboard_data WHERE bakery_id = bread.bakery() AND place <= 10;
GRANT SELECT ON bread.leaderboard, bread.leaderboard_data TO hf_crumbcard_app;
