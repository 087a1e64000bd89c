-- The weekly numbers come from a view with its owner's rights that shows each company's jobs and stages to
-- everyone.
-- about: pipeline_report, jobs, applications
-- as: hf_hiring_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT title FROM pipeline_report;
-- shows: Road-secret job
CREATE OR REPLACE VIEW pipeline_report AS
  SELECT j.company_id, j.title, a.stage, count(*) AS people
  FROM jobs j JOIN applications a ON a.company_id = j.company_id AND a.job_id = j.id
  GROUP BY j.company_id, j.title, a.stage;
GRANT SELECT ON pipeline_report TO hf_hiring_app;
