-- finds: policy_helper_search_path app.mine()
-- bad:
-- The policies ask a function that takes the table of seats from the caller's path, where a temporary one comes first.
CREATE TABLE app.seat (tenant_id uuid NOT NULL, holder uuid NOT NULL);
INSERT INTO app.seat VALUES
  ('11111111-1111-4111-8111-111111111111', '11111111-1111-4111-8111-111111111111'),
  ('22222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-222222222222');
ALTER TABLE app.seat ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.seat USING (holder::text = current_setting('app.tenant', true));
GRANT SELECT ON app.seat TO app_user, reporter;
CREATE FUNCTION app.mine() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT s.tenant_id FROM seat AS s WHERE s.holder::text = current_setting('app.tenant', true) LIMIT 1);
END $$;
ALTER ROLE app_user SET search_path = app, public;
ALTER ROLE reporter SET search_path = app, public;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id = app.mine());
-- good:
CREATE TABLE app.seat (tenant_id uuid NOT NULL, holder uuid NOT NULL);
INSERT INTO app.seat VALUES
  ('11111111-1111-4111-8111-111111111111', '11111111-1111-4111-8111-111111111111'),
  ('22222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-222222222222');
ALTER TABLE app.seat ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.seat USING (holder::text = current_setting('app.tenant', true));
GRANT SELECT ON app.seat TO app_user, reporter;
CREATE FUNCTION app.mine() RETURNS uuid LANGUAGE plpgsql STABLE SET search_path = app, pg_temp AS $$
BEGIN
  RETURN (SELECT s.tenant_id FROM seat AS s WHERE s.holder::text = current_setting('app.tenant', true) LIMIT 1);
END $$;
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (tenant_id = app.mine());
