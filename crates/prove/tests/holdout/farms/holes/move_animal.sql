-- The function moves an animal between the schemas and asks nobody: a cooperative takes animals of the
-- other one.
-- about: move_animal
-- as: hf_farms_hill
-- exploit: SELECT common.move_animal('R-1', 'road', 'hill', 1);
-- exploit: SELECT 'now ours: ' || ear_tag FROM hill.animals;
-- shows: now ours: R-1
CREATE FUNCTION common.move_animal(p_tag text, p_from name, p_to name, p_member integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- Whoever calls must be a member of one of the two sides.
  IF NOT pg_has_role(session_user, 'hf_farms_' || p_from, 'MEMBER')
     AND NOT pg_has_role(session_user, 'hf_farms_' || p_to, 'MEMBER') THEN
    RAISE EXCEPTION 'not allowed';
  END IF;
  EXECUTE format('INSERT INTO %I.animals (ear_tag, breed, member_no, born)
                  SELECT ear_tag, breed, $2, born FROM %I.animals WHERE ear_tag = $1', p_to, p_from)
    USING p_tag, p_member;
  EXECUTE format('DELETE FROM %I.animals WHERE ear_tag = $1', p_from) USING p_tag;
END
$$;
