-- finds: secdef_unfiltered app.look_for(text)
-- bad:
CREATE TABLE app.trip (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, left_at timestamptz NOT NULL, goal text NOT NULL,
  PRIMARY KEY (tenant_id, nr));
INSERT INTO app.trip SELECT tenant_id, id, '2018-03-04 05:06+00', body FROM app.note;
ALTER TABLE app.trip ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.look_for(phrase text) RETURNS SETOF text LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF phrase ~ '[%*]' OR length(phrase) < 5 THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT t.goal FROM app.trip AS t
    WHERE to_tsvector('simple', t.goal) @@ plainto_tsquery('simple', phrase);
END $$;
-- good:
CREATE TABLE app.trip (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, left_at timestamptz NOT NULL, goal text NOT NULL,
  PRIMARY KEY (tenant_id, nr));
INSERT INTO app.trip SELECT tenant_id, id, '2018-03-04 05:06+00', body FROM app.note;
ALTER TABLE app.trip ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.look_for(phrase text) RETURNS SETOF text LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF phrase ~ '[%*]' OR length(phrase) < 5 THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT t.goal FROM app.trip AS t
    WHERE to_tsvector('simple', t.goal) @@ plainto_tsquery('simple', phrase) AND t.tenant_id::text = current_setting('app.tenant', true);
END $$;
