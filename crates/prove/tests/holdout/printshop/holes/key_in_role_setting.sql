-- The key of a shop's courier is a setting of its role, and the catalog of such settings is open to
-- every login.
-- about: hf_printshop_road, courier_key
-- as: hf_printshop_hill
-- exploit: SELECT setconfig FROM pg_db_role_setting;
-- shows: Road-secret-key
ALTER ROLE hf_printshop_road SET printshop.courier_key = 'Road-secret-key';
