-- The key for unblinding stands in the text of a function of the other sponsor, and the catalog shows the
-- text to every login.
-- about: road.unblind, unblind, randomisation
-- as: hf_protocol_north
-- exploit: SELECT prosrc FROM pg_proc WHERE proname = 'unblind';
-- shows: Road-secret-key
-- The emergency service opens a code with the sponsor's key.
CREATE FUNCTION road.unblind(p_subject integer, p_key text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT arm FROM road.randomisation WHERE subject_id = p_subject AND p_key = 'Road-secret-key-71'
$$;
REVOKE EXECUTE ON FUNCTION road.unblind(integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION road.unblind(integer, text) TO hf_protocol_road;
