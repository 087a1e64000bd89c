-- Any network reads all readings from the partitions, because a grant on all tables opens them and they
-- have no policies of their own.
-- about: Reading_2026_01, Reading_2026_02, Reading_rest, Reading
-- as: hf_breathmap_app
-- exploit: SET request.network_id = 'net_alder';
-- exploit: SELECT "remark" FROM "Reading_2026_01";
-- shows: Road-secret reading
-- Grants for single tables were forgotten twice.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO hf_breathmap_app;
