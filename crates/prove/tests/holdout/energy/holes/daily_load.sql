-- Tenant A reads the load of all utilities in a materialized view.
-- about: daily_load
-- as: hf_energy_app
-- exploit: SET app.utility_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT count(*) || ' utilities' FROM grid.daily_load;
-- shows: 2 utilities
CREATE MATERIALIZED VIEW grid.daily_load AS
  SELECT utility_id, date_trunc('day', read_at) AS day, sum(kwh) AS kwh FROM grid.readings GROUP BY 1, 2;
GRANT SELECT ON grid.daily_load TO hf_energy_app;
