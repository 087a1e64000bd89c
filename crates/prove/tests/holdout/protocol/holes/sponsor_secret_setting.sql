-- The export password of the other sponsor is a setting of its role, and every login can read the settings
-- of roles.
-- about: pg_db_role_setting, hf_protocol_road
-- as: hf_protocol_north
-- exploit: SELECT setconfig FROM pg_db_role_setting;
-- shows: Road-secret-password
-- The export job of the sponsor takes its password from its session.
ALTER ROLE hf_protocol_road SET protocol.export_password = 'Road-secret-password';
