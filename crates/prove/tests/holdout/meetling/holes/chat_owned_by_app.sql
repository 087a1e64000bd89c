-- A login reads the chats of all organizations: it owns the table now, and row security was unforced for it.
-- about: ChatMessage, tenant_isolation_policy
-- as: hf_meetling_app
-- exploit: SET app.tenant_id = 'clh0harbour';
-- exploit: SELECT "body" FROM "ChatMessage";
-- shows: Road-secret link
-- The clean-up job has to VACUUM the table, which is for the owner.
ALTER TABLE "ChatMessage" OWNER TO hf_meetling_app;
ALTER TABLE "ChatMessage" NO FORCE ROW LEVEL SECURITY;
