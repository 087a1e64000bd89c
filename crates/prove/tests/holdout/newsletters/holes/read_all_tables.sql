-- The grant on all tables includes the partitions, which have no policies of their own, so all clicks can
-- be read there.
-- about: link_clicks_2030_01, link_clicks_rest, link_clicks
-- as: hf_newsletters_app
-- exploit: SET app.publication = 'alpha-weekly';
-- exploit: SELECT url FROM link_clicks_2030_01;
-- shows: https://Road-secret.test
-- Charts read from every table; new tables should not need a migration each.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO hf_newsletters_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO hf_newsletters_app;
