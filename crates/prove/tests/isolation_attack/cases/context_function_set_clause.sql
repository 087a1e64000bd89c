-- finds: context_function_set_clause app.demo()
-- bad:
CREATE FUNCTION app.demo() RETURNS SETOF text LANGUAGE sql
SET app.tenant = '22222222-2222-4222-8222-222222222222' AS $$SELECT body FROM app.note$$;
-- good:
CREATE FUNCTION app.demo() RETURNS SETOF text LANGUAGE sql AS $$SELECT body FROM app.note$$;
