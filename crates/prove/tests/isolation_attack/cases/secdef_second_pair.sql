-- finds: secdef_tenant_param app.join_guests(uuid,integer,uuid,integer)
-- bad:
CREATE TABLE app.guest (
  tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, stays integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, number));
INSERT INTO app.guest SELECT tenant_id, id FROM app.note;
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.guest USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.guest TO app_user;
-- What is kept is looked at, what is given up is not.
CREATE FUNCTION app.join_guests(kept_tenant uuid, kept integer, other_tenant uuid, other integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF kept_tenant::text IS DISTINCT FROM current_setting('app.tenant', true) THEN
    RAISE EXCEPTION 'no guest of yours';
  END IF;
  UPDATE app.guest SET stays = stays + 1 WHERE tenant_id = kept_tenant AND number = kept;
  DELETE FROM app.guest WHERE tenant_id = other_tenant AND number = other;
END $$;
-- good:
CREATE TABLE app.guest (
  tenant_id uuid NOT NULL REFERENCES app.tenant, number integer NOT NULL, stays integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, number));
INSERT INTO app.guest SELECT tenant_id, id FROM app.note;
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.guest USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.guest TO app_user;
CREATE FUNCTION app.join_guests(kept_tenant uuid, kept integer, other_tenant uuid, other integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF kept_tenant::text IS DISTINCT FROM current_setting('app.tenant', true) OR kept_tenant <> other_tenant THEN
    RAISE EXCEPTION 'no guest of yours';
  END IF;
  UPDATE app.guest SET stays = stays + 1 WHERE tenant_id = kept_tenant AND number = kept;
  DELETE FROM app.guest WHERE tenant_id = other_tenant AND number = other;
END $$;
