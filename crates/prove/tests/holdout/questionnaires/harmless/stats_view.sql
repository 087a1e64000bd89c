-- The numbers of each form as a view with its caller's rights, so the policies of forms and responses hold.
CREATE VIEW survey.form_stats WITH (security_invoker = true, security_barrier = true) AS
  SELECT f.team_id, f.id AS form_id, f.title, count(r.id) AS responses
  FROM survey.forms f LEFT JOIN survey.responses r ON r.team_id = f.team_id AND r.form_id = f.id
  GROUP BY f.team_id, f.id, f.title;
GRANT SELECT ON survey.form_stats TO hf_questionnaires_app;
