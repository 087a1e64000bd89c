-- finds: secdef_tenant_param app.amend(integer,jsonb)
-- bad:
-- Every field of the document is a column, the tenant as well.

ALTER TABLE app.note ADD UNIQUE (tenant_id, id);
CREATE TABLE app.page (
  tenant_id uuid NOT NULL, note integer, page integer, PRIMARY KEY (tenant_id, note, page),
  FOREIGN KEY (tenant_id, note) REFERENCES app.note (tenant_id, id));
INSERT INTO app.page SELECT tenant_id, id, 1 FROM app.note;
ALTER TABLE app.page ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.amend(which integer, fields jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE name text;
BEGIN
  FOR name IN SELECT jsonb_object_keys(fields) LOOP
    EXECUTE format('UPDATE app.note SET %I = (jsonb_populate_record(note, $1)).%I '
        'WHERE id = $2 AND tenant_id::text = $3',
      name, name) USING fields, which, current_setting('app.tenant', true);
  END LOOP;
END $$;
ALTER FUNCTION app.amend OWNER TO postgres;
GRANT EXECUTE ON FUNCTION app.amend TO app_user;
-- good:
-- Two columns may be amended.

ALTER TABLE app.note ADD UNIQUE (tenant_id, id);
CREATE TABLE app.page (
  tenant_id uuid NOT NULL, note integer, page integer, PRIMARY KEY (tenant_id, note, page),
  FOREIGN KEY (tenant_id, note) REFERENCES app.note (tenant_id, id));
INSERT INTO app.page SELECT tenant_id, id, 1 FROM app.note;
ALTER TABLE app.page ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.amend(which integer, fields jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE name text;
BEGIN
  FOR name IN SELECT jsonb_object_keys(fields) LOOP
    IF name IN ('body', 'pinned') THEN
      EXECUTE format('UPDATE app.note SET %I = (jsonb_populate_record(note, $1)).%I '
        'WHERE id = $2 AND tenant_id::text = $3',
        name, name) USING fields, which, current_setting('app.tenant', true);
    END IF;
  END LOOP;
END $$;
ALTER FUNCTION app.amend OWNER TO postgres;
GRANT EXECUTE ON FUNCTION app.amend TO app_user;
