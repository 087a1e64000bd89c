-- The check for double leads looks at all companies and tells whether another has this person.
-- about: lead_exists, leads
-- as: hf_rooftop_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: SELECT 'known=' || lead_exists('lead@road.example');
-- shows: known=true
CREATE FUNCTION lead_exists(p_email text) RETURNS boolean
LANGUAGE SQL STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM leads WHERE lower(email) = lower(p_email))
$$;
