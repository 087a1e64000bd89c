-- finds: secdef_unfiltered app.walk()
-- bad:
CREATE FUNCTION app.walk() RETURNS refcursor LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  steps refcursor;
BEGIN
  OPEN steps FOR SELECT body FROM note;
  RETURN steps;
END
$$;
-- good:
CREATE FUNCTION app.walk() RETURNS refcursor LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  steps refcursor;
BEGIN
  OPEN steps FOR SELECT body FROM note WHERE tenant_id = nullif(current_setting('app.tenant', true), '')::uuid;
  RETURN steps;
END
$$;
