-- Harmless: the view has the reader's rights, so it counts the sessions of his accounts.
CREATE VIEW api.session_stats WITH (security_invoker = true) AS
SELECT a.id AS account_id, a.company, count(s.id) AS sessions
FROM bots.accounts a LEFT JOIN bots.sessions s ON s.account_id = a.id
GROUP BY a.id, a.company;
GRANT SELECT ON api.session_stats TO hf_chatbots_app;
