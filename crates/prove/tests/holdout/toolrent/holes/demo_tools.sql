-- The function for the demo page carries the setting of company 2 and shows its tools to whoever calls.
-- about: demo_tools, tools
-- as: hf_toolrent_app
-- exploit: SET rental.company_id = '1';
-- exploit: SELECT * FROM demo_tools();
-- shows: Road-secret tool
CREATE FUNCTION demo_tools() RETURNS SETOF character varying
  LANGUAGE sql STABLE
  SET rental.company_id = '2'
  SET search_path = public, pg_temp
AS $$
  SELECT label FROM tools WHERE NOT retired
$$;
