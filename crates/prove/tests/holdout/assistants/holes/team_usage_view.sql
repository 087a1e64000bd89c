-- The view has the owner's rights and its filter asks only whether the caller is in some team.
-- about: team_usage
-- as: hf_assistants_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT tokens FROM app.team_usage;
-- shows: 987654
-- Usage with names, for members.
CREATE VIEW app.team_usage AS
SELECT t.id AS team_id, t.name, u.day, u.tokens
FROM app.teams t JOIN app.usage u ON u.team_id = t.id
WHERE EXISTS (SELECT FROM private.my_teams());
GRANT SELECT ON app.team_usage TO hf_assistants_app;
