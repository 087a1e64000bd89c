-- Any franchise reads names and stars of the cleaners of all others, because a materialized view knows no
-- policies.
-- about: top_cleaners, cleaners, ratings
-- as: hf_dustbrigade_app
-- exploit: SET dust.franchise = 'oak';
-- exploit: SELECT full_name, stars FROM home.top_cleaners;
-- shows: Road-secret cleaner
CREATE MATERIALIZED VIEW home.top_cleaners AS
  SELECT c.franchise, c.badge, c.full_name, avg(r.stars)::numeric(3, 1) AS stars
  FROM home.cleaners c JOIN home.ratings r USING (franchise, badge)
  GROUP BY c.franchise, c.badge, c.full_name;
GRANT SELECT ON home.top_cleaners TO hf_dustbrigade_app;
