-- finds: error_detail_custom app.buy(integer)
-- bad:
ALTER TABLE app.note ADD COLUMN price numeric(8,2);
UPDATE app.note SET price = 17.35 * id;
CREATE FUNCTION app.buy(wanted integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  found note;
BEGIN
  SELECT * INTO found FROM note WHERE id = wanted;
  IF found.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant', true), '')::uuid THEN
    RAISE EXCEPTION 'not for you' USING HINT = format('it costs %s', found.price);
  END IF;
END
$$;
-- good:
ALTER TABLE app.note ADD COLUMN price numeric(8,2);
UPDATE app.note SET price = 17.35 * id;
CREATE FUNCTION app.buy(wanted integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  found note;
BEGIN
  SELECT * INTO found FROM note WHERE id = wanted;
  IF found.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant', true), '')::uuid THEN
    RAISE EXCEPTION 'not for you';
  END IF;
END
$$;
