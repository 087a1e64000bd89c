-- finds: secdef_tenant_param app.several(jsonb)
-- bad:
CREATE FUNCTION app.several(keys jsonb) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT body FROM note
    WHERE id IN (SELECT value::integer FROM jsonb_array_elements_text(keys));
END
$$;
-- good:
CREATE FUNCTION app.several(keys jsonb) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT body FROM note
    WHERE id IN (SELECT value::integer FROM jsonb_array_elements_text(keys)) AND tenant_id = nullif(current_setting('app.tenant', true), '')::uuid;
END
$$;
