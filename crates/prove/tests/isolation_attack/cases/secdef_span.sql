-- finds: secdef_unfiltered app.spanned(int4range)
-- bad:
CREATE FUNCTION app.spanned(span int4range) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT body FROM note WHERE id <@ span;
END
$$;
-- good:
CREATE FUNCTION app.spanned(span int4range) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT body FROM note WHERE id <@ span AND tenant_id = nullif(current_setting('app.tenant', true), '')::uuid;
END
$$;
