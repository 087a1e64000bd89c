-- The stored summary for the results page holds the rows of every organization and no policy can guard it.
-- about: experiment_results, exposures, experiments
-- as: hf_splitbeacon_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM exp.experiment_results;
-- shows: Road-secret checkout
-- The live query took 40 seconds for large customers.
CREATE MATERIALIZED VIEW exp.experiment_results AS
  SELECT e.org_id, e.key, e.name, x.variant, count(*) AS exposures
  FROM exp.experiments e
  JOIN exp.exposures x ON x.org_id = e.org_id AND x.experiment_key = e.key
  GROUP BY e.org_id, e.key, e.name, x.variant;
CREATE UNIQUE INDEX experiment_results_pk ON exp.experiment_results (org_id, key, variant);
GRANT SELECT ON exp.experiment_results TO hf_splitbeacon_app;
