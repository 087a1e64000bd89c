-- The directory for choosing recipients is a plain view: it lists the people of all accounts with their
-- e-mails.
-- about: user_directory, account_users, accounts
-- as: hf_countersign_app
-- exploit: SET request.jwt.claims = '{"sub": "auth0|ann"}';
-- exploit: SELECT email, account FROM sign.user_directory;
-- shows: ben@road-secret.test
CREATE VIEW sign.user_directory AS
SELECT u.user_id, u.email, a.name AS account
FROM sign.account_users u
JOIN sign.accounts a ON a.id = u.account_id;
GRANT SELECT ON sign.user_directory TO hf_countersign_app;
