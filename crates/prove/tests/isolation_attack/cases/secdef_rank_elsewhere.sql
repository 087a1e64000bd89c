-- finds: secdef_unfiltered app.read_out(uuid,uuid)
-- bad:
CREATE TABLE app.seat (
  tenant_id uuid PRIMARY KEY REFERENCES app.tenant,
  rank text NOT NULL DEFAULT 'guest' CHECK (rank IN ('guest', 'clerk', 'head')));
INSERT INTO app.seat SELECT id FROM app.tenant;
ALTER TABLE app.seat ENABLE ROW LEVEL SECURITY;
CREATE TABLE app.page (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL REFERENCES app.tenant, book_id uuid NOT NULL,
  words text);
INSERT INTO app.page (tenant_id, book_id, words) VALUES
  ('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', 'ash'),
  ('22222222-2222-4222-8222-222222222222', 'bbbbbbbb-0000-4000-8000-000000000001', 'bulkhead_probe_b page');
ALTER TABLE app.page ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.sits(house uuid, VARIADIC ranks text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM seat AS s WHERE s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid AND s.tenant_id = house AND s.rank = ANY (ranks))
$$;
CREATE FUNCTION app.read_out(house uuid, book uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF NOT app.sits(house, 'clerk', 'head') THEN
    RAISE EXCEPTION 'no seat there';
  END IF;
  RETURN (SELECT string_agg(words, ' ') FROM page WHERE book_id = book);
END
$$;
-- good:
CREATE TABLE app.seat (
  tenant_id uuid PRIMARY KEY REFERENCES app.tenant,
  rank text NOT NULL DEFAULT 'guest' CHECK (rank IN ('guest', 'clerk', 'head')));
INSERT INTO app.seat SELECT id FROM app.tenant;
ALTER TABLE app.seat ENABLE ROW LEVEL SECURITY;
CREATE TABLE app.page (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id uuid NOT NULL REFERENCES app.tenant, book_id uuid NOT NULL,
  words text);
INSERT INTO app.page (tenant_id, book_id, words) VALUES
  ('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', 'ash'),
  ('22222222-2222-4222-8222-222222222222', 'bbbbbbbb-0000-4000-8000-000000000001', 'bulkhead_probe_b page');
ALTER TABLE app.page ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.sits(house uuid, VARIADIC ranks text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM seat AS s WHERE s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid AND s.tenant_id = house AND s.rank = ANY (ranks))
$$;
CREATE FUNCTION app.read_out(house uuid, book uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF NOT app.sits(house, 'clerk', 'head') THEN
    RAISE EXCEPTION 'no seat there';
  END IF;
  RETURN (SELECT string_agg(words, ' ') FROM page WHERE book_id = book AND tenant_id = house);
END
$$;
