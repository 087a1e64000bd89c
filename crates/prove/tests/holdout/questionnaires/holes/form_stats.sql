-- The dashboard view reads with its owner's rights and shows each team's forms and numbers to all.
-- about: form_stats, forms, responses
-- as: hf_questionnaires_app
-- exploit: SET app.user_id = '101';
-- exploit: SELECT title, responses FROM survey.form_stats;
-- shows: Road-secret exit
CREATE VIEW survey.form_stats AS
  SELECT f.team_id, f.id AS form_id, f.title, count(r.id) AS responses, max(r.submitted_at) AS latest
  FROM survey.forms f LEFT JOIN survey.responses r ON r.team_id = f.team_id AND r.form_id = f.id
  GROUP BY f.team_id, f.id, f.title;
GRANT SELECT ON survey.form_stats TO hf_questionnaires_app;
