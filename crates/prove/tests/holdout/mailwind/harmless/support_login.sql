-- A second role for support that may set nothing aside: it reads campaigns under the same policy as the
-- application.
CREATE ROLE hf_mailwind_support NOLOGIN;
GRANT USAGE ON SCHEMA mail TO hf_mailwind_support;
GRANT EXECUTE ON FUNCTION mail.account_id() TO hf_mailwind_support;
GRANT SELECT ON mail.campaigns TO hf_mailwind_support;
GRANT hf_mailwind_support TO hf_mailwind_app;
