-- finds: secdef_unfiltered app.hits(tsquery)
-- bad:
CREATE TABLE app.letter (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL REFERENCES app.tenant,
  words tsvector NOT NULL);
INSERT INTO app.letter (tenant_id, words) SELECT tenant_id, to_tsvector('simple', body) FROM app.note;
ALTER TABLE app.letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.letter USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.letter TO app_user;
CREATE FUNCTION app.hits(asked tsquery) RETURNS bigint LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$SELECT count(*) FROM app.letter WHERE words @@ asked$$;
-- good:
CREATE TABLE app.letter (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL REFERENCES app.tenant,
  words tsvector NOT NULL);
INSERT INTO app.letter (tenant_id, words) SELECT tenant_id, to_tsvector('simple', body) FROM app.note;
ALTER TABLE app.letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.letter USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.letter TO app_user;
CREATE FUNCTION app.hits(asked tsquery) RETURNS bigint LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$
  SELECT count(*) FROM app.letter WHERE words @@ asked
    AND tenant_id::text = current_setting('app.tenant', true)$$;
