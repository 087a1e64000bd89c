-- Associations of beekeepers share the tables; the session carries the user, memberships say the rest.
CREATE ROLE hf_bees_owner NOLOGIN;
CREATE ROLE hf_bees_app LOGIN;

CREATE SCHEMA bee AUTHORIZATION hf_bees_owner;
GRANT USAGE ON SCHEMA bee TO hf_bees_app;

SET ROLE hf_bees_owner;
CREATE TABLE bee.users (
  id bigint PRIMARY KEY,
  full_name text NOT NULL,
  email text NOT NULL
);

CREATE TABLE bee.races (
  code text PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE bee.associations (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE bee.memberships (
  association_id bigint NOT NULL REFERENCES bee.associations (id),
  user_id bigint NOT NULL REFERENCES bee.users (id),
  role text NOT NULL DEFAULT 'keeper' CHECK (role IN ('keeper', 'board')),
  newsletter boolean NOT NULL DEFAULT true,
  PRIMARY KEY (association_id, user_id)
);

CREATE TABLE bee.apiaries (
  association_id bigint NOT NULL REFERENCES bee.associations (id),
  nr integer NOT NULL,
  name text NOT NULL,
  place point,
  PRIMARY KEY (association_id, nr)
);

CREATE TABLE bee.hives (
  association_id bigint NOT NULL,
  apiary integer NOT NULL,
  nr integer NOT NULL,
  race text REFERENCES bee.races (code),
  queen_mark text,
  PRIMARY KEY (association_id, apiary, nr),
  FOREIGN KEY (association_id, apiary) REFERENCES bee.apiaries (association_id, nr) ON DELETE CASCADE
);

CREATE TABLE bee.inspections (
  association_id bigint NOT NULL,
  apiary integer NOT NULL,
  hive integer NOT NULL,
  day date NOT NULL,
  finding text NOT NULL,
  PRIMARY KEY (association_id, apiary, hive, day),
  FOREIGN KEY (association_id, apiary, hive) REFERENCES bee.hives (association_id, apiary, nr)
    ON DELETE CASCADE
);

CREATE TABLE bee.harvests (
  association_id bigint NOT NULL,
  apiary integer NOT NULL,
  day date NOT NULL,
  kilos numeric(6, 1) NOT NULL CHECK (kilos > 0),
  remark text,
  PRIMARY KEY (association_id, apiary, day),
  FOREIGN KEY (association_id, apiary) REFERENCES bee.apiaries (association_id, nr) ON DELETE CASCADE
);

CREATE TABLE bee.devices (
  association_id bigint NOT NULL REFERENCES bee.associations (id),
  nr integer NOT NULL,
  label text NOT NULL,
  PRIMARY KEY (association_id, nr)
);

CREATE TABLE bee.swarm_reports (
  association_id bigint NOT NULL REFERENCES bee.associations (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reported_by bigint,
  body text NOT NULL,
  PRIMARY KEY (association_id, id)
);
RESET ROLE;

CREATE FUNCTION bee.me() RETURNS bigint
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT nullif(current_setting('bee.user_id', true), '')::bigint $$;

CREATE FUNCTION bee.mine() RETURNS bigint[]
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT coalesce(array_agg(m.association_id), '{}') FROM bee.memberships m WHERE m.user_id = bee.me()
$$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['apiaries', 'hives', 'inspections', 'harvests', 'devices', 'swarm_reports'] LOOP
    EXECUTE format('ALTER TABLE bee.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE bee.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY ours ON bee.%I USING (association_id = ANY (bee.mine()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON bee.%I TO hf_bees_app', t);
  END LOOP;
END
$$;

ALTER TABLE bee.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE bee.users FORCE ROW LEVEL SECURITY;
CREATE POLICY users_self ON bee.users USING (id = bee.me());
GRANT SELECT, UPDATE (full_name) ON bee.users TO hf_bees_app;

ALTER TABLE bee.associations ENABLE ROW LEVEL SECURITY;
ALTER TABLE bee.associations FORCE ROW LEVEL SECURITY;
CREATE POLICY ours ON bee.associations FOR SELECT USING (id = ANY (bee.mine()));
ALTER TABLE bee.memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE bee.memberships FORCE ROW LEVEL SECURITY;
CREATE POLICY ours ON bee.memberships FOR SELECT USING (association_id = ANY (bee.mine()));
GRANT SELECT ON bee.races, bee.associations, bee.memberships TO hf_bees_app;
