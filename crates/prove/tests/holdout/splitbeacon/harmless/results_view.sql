-- The results as a view that runs with the caller's rights: the policies of both tables go on to apply.
CREATE VIEW exp.experiment_results WITH (security_invoker = true) AS
  SELECT e.org_id, e.key, e.name, x.variant, count(*) AS exposures
  FROM exp.experiments e
  JOIN exp.exposures x ON x.org_id = e.org_id AND x.experiment_key = e.key
  GROUP BY e.org_id, e.key, e.name, x.variant;
GRANT SELECT ON exp.experiment_results TO hf_splitbeacon_app;
