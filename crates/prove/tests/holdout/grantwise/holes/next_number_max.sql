-- The next number is one more than the highest of all organizations, which tells how busy the others are.
-- about: grants_next_number, grants_application, number
-- as: hf_grantwise_app
-- exploit: SET app.organization_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT 'next is ' || grants_next_number();
-- shows: next is 4712
CREATE OR REPLACE FUNCTION grants_next_number() RETURNS integer LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$ SELECT coalesce(max(number), 0) + 1 FROM grants_application $$;
