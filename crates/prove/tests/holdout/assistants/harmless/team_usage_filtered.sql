-- Harmless: the view has the owner's rights, and a barrier with the teams of the caller.
CREATE VIEW app.team_usage WITH (security_barrier = true) AS
SELECT t.id AS team_id, t.name, u.day, u.tokens
FROM app.teams t JOIN app.usage u ON u.team_id = t.id
WHERE t.id IN (SELECT private.my_teams());
GRANT SELECT ON app.team_usage TO hf_assistants_app;
