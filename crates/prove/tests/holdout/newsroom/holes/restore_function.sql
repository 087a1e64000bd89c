-- Tenant A restores what B deleted, and reads its name: the function runs as its owner.
-- about: restore_author
-- as: hf_newsroom_app
-- exploit: SET news.publisher_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT news.restore_author('bbbbbbbb-0000-4000-8000-000000000001');
-- shows: Bob-secret
CREATE FUNCTION news.restore_author(wanted uuid) RETURNS text LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  UPDATE news.authors SET deleted_at = NULL WHERE id = wanted RETURNING name
$$;
