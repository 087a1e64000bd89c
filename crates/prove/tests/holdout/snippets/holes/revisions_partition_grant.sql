-- The partitions were granted by themselves, and their row security was switched off.
-- about: revisions_0, revisions_1
-- as: hf_snippets_app
-- exploit: SET snip.company = 'hill';
-- exploit: SELECT body FROM snip.revisions_0 UNION ALL SELECT body FROM snip.revisions_1;
-- shows: Road-secret-body
-- The export copies each partition by itself; rules on partitions are not needed, as the parent has them.
ALTER TABLE snip.revisions_0 DISABLE ROW LEVEL SECURITY;
ALTER TABLE snip.revisions_1 DISABLE ROW LEVEL SECURITY;
GRANT SELECT ON snip.revisions_0, snip.revisions_1 TO hf_snippets_app;
