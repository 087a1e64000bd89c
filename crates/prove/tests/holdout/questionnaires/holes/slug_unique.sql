-- The slug is unique for all teams, so a refused insert tells a user that another team has a form of that
-- name.
-- about: forms, forms_slug_key, slug
-- as: hf_questionnaires_app
-- exploit: SET app.user_id = '101';
-- exploit: INSERT INTO survey.forms (team_id, slug, title)
-- exploit: VALUES ('a0000000-0000-4000-8000-00000000000a', 'exit', 'Exit');
-- shows: duplicate key value
-- Public addresses are short now: /f/<slug> without the team.
ALTER TABLE survey.forms DROP CONSTRAINT forms_team_id_slug_key;
ALTER TABLE survey.forms ADD CONSTRAINT forms_slug_key UNIQUE (slug);
