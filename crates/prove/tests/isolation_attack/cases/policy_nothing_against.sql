-- finds: policy_opens_by_value app.note
-- bad:
CREATE TABLE app.lock (tenant_id uuid NOT NULL REFERENCES app.tenant, note_id integer PRIMARY KEY);
INSERT INTO app.lock VALUES ('11111111-1111-4111-8111-111111111111', 1), ('22222222-2222-4222-8222-222222222222', 2), ('22222222-2222-4222-8222-222222222222', 3);
ALTER TABLE app.lock ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.is_locked(wanted integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = app, pg_temp AS $$ SELECT EXISTS (SELECT FROM lock WHERE note_id = wanted) $$;
-- What nobody has locked is anybody's.
CREATE POLICY unlocked ON app.note FOR SELECT USING (NOT app.is_locked(id));
-- good:
CREATE TABLE app.lock (tenant_id uuid NOT NULL REFERENCES app.tenant, note_id integer PRIMARY KEY);
INSERT INTO app.lock VALUES ('11111111-1111-4111-8111-111111111111', 1), ('22222222-2222-4222-8222-222222222222', 2), ('22222222-2222-4222-8222-222222222222', 3);
ALTER TABLE app.lock ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.is_locked(wanted integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = app, pg_temp AS $$ SELECT EXISTS (SELECT FROM lock WHERE note_id = wanted) $$;
CREATE POLICY unlocked ON app.note AS RESTRICTIVE FOR SELECT USING (NOT app.is_locked(id) OR true);
