-- The counter goes through a function with the owner's rights that counts only for members of the
-- organization.
CREATE FUNCTION count_view(p_article uuid) RETURNS integer LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE kb_article SET view_count = view_count + 1
  WHERE id = p_article AND is_member(organization_id) RETURNING view_count
$$;
REVOKE ALL ON FUNCTION count_view(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_view(uuid) TO hf_handbook_app;
