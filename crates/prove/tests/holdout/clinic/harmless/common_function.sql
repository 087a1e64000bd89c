-- A common function that runs as its caller reads the caller's own schema.
CREATE FUNCTION common.names() RETURNS SETOF text LANGUAGE sql STABLE AS $$ SELECT code FROM
  common.diagnoses $$;
