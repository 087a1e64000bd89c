-- The view counts sessions of all accounts for everybody who works anywhere.
-- about: session_stats
-- as: hf_chatbots_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT company FROM api.session_stats;
-- shows: Road-secret shop
-- Figures for the start page.
CREATE VIEW api.session_stats WITH (security_invoker = false) AS
SELECT a.id AS account_id, a.company, count(s.id) AS sessions
FROM bots.accounts a LEFT JOIN bots.sessions s ON s.account_id = a.id
GROUP BY a.id, a.company;
GRANT SELECT ON api.session_stats TO hf_chatbots_app;
