-- The application role may switch to the operators' role, which is not bound by row security.
-- about: hf_mailwind_ops, hf_mailwind_app, users, accounts
-- as: hf_mailwind_app
-- exploit: SET app.account_id = '1';
-- exploit: SET ROLE hf_mailwind_ops;
-- exploit: SELECT api_token_hash FROM mail.users;
-- shows: Road-secret hash
-- The admin panel switches the role for its own requests. NOINHERIT keeps ordinary requests as they are.
ALTER ROLE hf_mailwind_app NOINHERIT;
GRANT hf_mailwind_ops TO hf_mailwind_app;
