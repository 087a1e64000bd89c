-- Harmless: the view of tags has the reader's rights and counts the flags of his organization.
CREATE VIEW "TagUse" WITH (security_invoker = true) AS
SELECT t.tag, count(*) AS uses FROM "Flag" f, unnest(f."tags") AS t(tag) GROUP BY t.tag;
GRANT SELECT ON "TagUse" TO hf_flags_app;
