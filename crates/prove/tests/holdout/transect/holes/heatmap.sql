-- The materialized view holds the places of protected species of all teams and is granted to everybody.
-- about: heatmap, plots, observations
-- as: hf_transect_app
-- exploit: SET survey.team = 'north';
-- exploit: SELECT 'at ' || landowner FROM survey.heatmap WHERE species = 'owl';
-- shows: at Road-secret owner
CREATE MATERIALIZED VIEW survey.heatmap AS
  SELECT o.team, o.species, p.lat, p.lon, p.landowner, count(*) AS observations
  FROM survey.observations o JOIN survey.plots p ON p.team = o.team AND p.plot = o.plot
  GROUP BY o.team, o.species, p.lat, p.lon, p.landowner;
GRANT SELECT ON survey.heatmap TO hf_transect_app, hf_transect_reader;
