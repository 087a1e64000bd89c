-- The function carries a setting, but only its search path; the company stays the caller's.
CREATE FUNCTION retired_tools() RETURNS SETOF character varying
  LANGUAGE sql STABLE
  SET search_path = public, pg_temp
AS $$
  SELECT label FROM tools WHERE retired
$$;
