-- Tenant A reads the activity of all tenants in a partition that is open by itself.
-- about: activity_2026
-- as: ho_boards_app
-- exploit: SET app.org = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT verb FROM app.activity_2026;
-- shows: vb-secret
GRANT SELECT ON ALL TABLES IN SCHEMA app TO ho_boards_app;
