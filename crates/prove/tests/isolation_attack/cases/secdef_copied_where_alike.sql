-- finds: secdef_tenant_param app.brew_again(uuid)
-- bad:
-- What is copied needs a recipe of that name among A's own, and is read there later.
CREATE TABLE app.recipe (
  tenant_id uuid NOT NULL REFERENCES app.tenant, name text, PRIMARY KEY (tenant_id, name));
INSERT INTO app.recipe SELECT tenant_id, 'recipe-' || id FROM app.note;
CREATE TABLE app.brew (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, recipe text NOT NULL, remarks text NOT NULL,
  FOREIGN KEY (tenant_id, recipe) REFERENCES app.recipe);
INSERT INTO app.brew (tenant_id, recipe, remarks)
  SELECT tenant_id, 'recipe-' || id, replace(body, ' ', '_') FROM app.note;
ALTER TABLE app.recipe ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.recipe USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.brew ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.brew USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.recipe, app.brew TO app_user;
CREATE FUNCTION app.brew_again(brew uuid) RETURNS uuid LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO app.brew (tenant_id, recipe, remarks)
  SELECT current_setting('app.tenant', true)::uuid, b.recipe, b.remarks FROM app.brew AS b
  JOIN app.recipe AS r ON r.name = b.recipe AND r.tenant_id::text = current_setting('app.tenant', true)
  WHERE b.id = brew_again.brew
  RETURNING id
$$;
-- good:
CREATE TABLE app.recipe (
  tenant_id uuid NOT NULL REFERENCES app.tenant, name text, PRIMARY KEY (tenant_id, name));
INSERT INTO app.recipe SELECT tenant_id, 'recipe-' || id FROM app.note;
CREATE TABLE app.brew (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL, recipe text NOT NULL, remarks text NOT NULL,
  FOREIGN KEY (tenant_id, recipe) REFERENCES app.recipe);
INSERT INTO app.brew (tenant_id, recipe, remarks)
  SELECT tenant_id, 'recipe-' || id, replace(body, ' ', '_') FROM app.note;
ALTER TABLE app.recipe ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.recipe USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.brew ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.brew USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.recipe, app.brew TO app_user;
CREATE FUNCTION app.brew_again(brew uuid) RETURNS uuid LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO app.brew (tenant_id, recipe, remarks)
  SELECT current_setting('app.tenant', true)::uuid, b.recipe, b.remarks FROM app.brew AS b
  JOIN app.recipe AS r ON r.name = b.recipe AND r.tenant_id::text = current_setting('app.tenant', true)
  WHERE b.id = brew_again.brew
    AND b.tenant_id::text = current_setting('app.tenant', true)
  RETURNING id
$$;
