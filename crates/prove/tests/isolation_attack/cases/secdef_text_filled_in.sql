-- finds: secdef_tenant_param app.letter(text)
-- bad:
-- Who guesses a word of another's is told what it means.
CREATE TABLE app.phrase (
  tenant_id uuid NOT NULL REFERENCES app.tenant, word text, meaning text NOT NULL, PRIMARY KEY (tenant_id, word));
INSERT INTO app.phrase SELECT tenant_id, 'word' || id, body FROM app.note;
ALTER TABLE app.phrase ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.phrase USING (tenant_id::text = current_setting('app.tenant', true));
CREATE FUNCTION app.letter(draft text) RETURNS text LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE p record;
BEGIN
  FOR p IN SELECT word, meaning FROM app.phrase LOOP
    draft := replace(draft, format('<%s>', p.word), p.meaning);
  END LOOP;
  RETURN draft;
END $$;
-- good:
CREATE TABLE app.phrase (
  tenant_id uuid NOT NULL REFERENCES app.tenant, word text, meaning text NOT NULL, PRIMARY KEY (tenant_id, word));
INSERT INTO app.phrase SELECT tenant_id, 'word' || id, body FROM app.note;
ALTER TABLE app.phrase ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.phrase USING (tenant_id::text = current_setting('app.tenant', true));
CREATE FUNCTION app.letter(draft text) RETURNS text LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE p record;
BEGIN
  FOR p IN SELECT word, meaning FROM app.phrase WHERE tenant_id::text = current_setting('app.tenant', true) LOOP
    draft := replace(draft, format('<%s>', p.word), p.meaning);
  END LOOP;
  RETURN draft;
END $$;
