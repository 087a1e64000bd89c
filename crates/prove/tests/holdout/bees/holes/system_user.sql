-- User 0 stands for the system and sees all hives, and a session without any user now counts as user 0.
-- about: hives, system_sees_all, me
-- as: hf_bees_app
-- exploit: SELECT queen_mark FROM bee.hives;
-- shows: Road-secret red
CREATE OR REPLACE FUNCTION bee.me() RETURNS bigint
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT coalesce(nullif(current_setting('bee.user_id', true), ''), '0')::bigint $$;
CREATE POLICY system_sees_all ON bee.hives FOR SELECT USING (bee.me() = 0);
