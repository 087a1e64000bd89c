-- Triggers that want something of a row, and of the rows that it points to.
CREATE SCHEMA app;
CREATE TYPE app.stage AS ENUM ('closed', 'queued', 'running');
CREATE TABLE app.tenants (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE app.versions (
  id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenants, is_published boolean NOT NULL DEFAULT false,
  published_at timestamptz, CHECK (is_published = (published_at IS NOT NULL))
);
CREATE TABLE app.runs (
  id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenants,
  version_id uuid NOT NULL REFERENCES app.versions, stage app.stage NOT NULL, code text NOT NULL, keys text[] NOT NULL,
  -- Looked at after the trigger.
  mark text NOT NULL CHECK (mark IN ('a', 'b')), note text NOT NULL CHECK (note <> 'canary')
);
CREATE FUNCTION app.guard_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.stage <> 'queued' THEN
    RAISE EXCEPTION 'a run begins as queued';
  END IF;
  IF NEW.code !~ '^job-[0-9]{3}$' THEN
    RAISE EXCEPTION 'this is no code';
  END IF;
  IF NEW.keys <> '{}' THEN
    RAISE EXCEPTION 'there is no such key';
  END IF;
  PERFORM FROM app.versions AS v WHERE v.id = NEW.version_id AND v.is_published;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a run needs a published version';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE INSERT ON app.runs FOR EACH ROW EXECUTE FUNCTION app.guard_run();
CREATE TABLE app.readings (
  tenant_id uuid NOT NULL REFERENCES app.tenants, id bigint PRIMARY KEY, value float8 NOT NULL
);
