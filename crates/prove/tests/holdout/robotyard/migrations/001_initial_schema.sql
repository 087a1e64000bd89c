-- Operators run sites, sites have robots, robots have missions. Ids are random and given by the database
-- only.
CREATE ROLE hf_robotyard_app LOGIN;
CREATE SCHEMA yard;
GRANT USAGE ON SCHEMA yard TO hf_robotyard_app;

CREATE FUNCTION yard.operator() RETURNS integer LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('fleet.operator', true), '')::integer $$;

CREATE TABLE yard.firmware (
  version text PRIMARY KEY,
  released_on date NOT NULL
);

CREATE TABLE yard.operators (
  id integer PRIMARY KEY,
  title text NOT NULL
);

CREATE TABLE yard.sites (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  operator_id integer NOT NULL REFERENCES yard.operators (id),
  title text NOT NULL,
  UNIQUE (operator_id, title)
);

-- A robot without a site is on its way; nobody sees it until it has arrived.
CREATE TABLE yard.robots (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  site_id uuid REFERENCES yard.sites (id),
  tag text NOT NULL,
  nickname text,
  firmware text REFERENCES yard.firmware (version),
  UNIQUE (site_id, tag)
);

CREATE TABLE yard.racks (
  site_id uuid NOT NULL REFERENCES yard.sites (id) ON DELETE CASCADE,
  label text NOT NULL,
  content text,
  PRIMARY KEY (site_id, label)
);

CREATE TABLE yard.floor_plans (
  site_id uuid PRIMARY KEY REFERENCES yard.sites (id) ON DELETE CASCADE,
  drawing text NOT NULL
);

CREATE TABLE yard.missions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  robot_id uuid NOT NULL REFERENCES yard.robots (id) ON DELETE CASCADE,
  load text NOT NULL,
  state text NOT NULL DEFAULT 'waiting'
);
CREATE INDEX missions_robot ON yard.missions (robot_id);

CREATE TABLE yard.steps (
  mission_id uuid NOT NULL REFERENCES yard.missions (id) ON DELETE CASCADE,
  number integer NOT NULL,
  target text NOT NULL,
  PRIMARY KEY (mission_id, number)
);

CREATE TABLE yard.faults (
  robot_id uuid NOT NULL REFERENCES yard.robots (id) ON DELETE CASCADE,
  raised_at timestamptz NOT NULL DEFAULT now(),
  robot_tag text NOT NULL,
  report text NOT NULL,
  closed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (robot_id, raised_at)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['operators', 'sites', 'robots', 'racks', 'floor_plans', 'missions', 'steps',
    'faults'] LOOP
    EXECUTE format('ALTER TABLE yard.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE yard.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

CREATE POLICY operators_self ON yard.operators FOR SELECT USING (id = yard.operator());
CREATE POLICY sites_own ON yard.sites
  USING (operator_id = yard.operator()) WITH CHECK (operator_id = yard.operator());
-- Each level asks the level above it, whose own policy holds in the subquery as well.
CREATE POLICY robots_by_site ON yard.robots
  USING (site_id IN (SELECT s.id FROM yard.sites s)) WITH CHECK (site_id IN (SELECT s.id FROM yard.sites s));
CREATE POLICY racks_by_site ON yard.racks
  USING (site_id IN (SELECT s.id FROM yard.sites s)) WITH CHECK (site_id IN (SELECT s.id FROM yard.sites s));
CREATE POLICY floor_plans_by_site ON yard.floor_plans
  USING (site_id IN (SELECT s.id FROM yard.sites s)) WITH CHECK (site_id IN (SELECT s.id FROM yard.sites s));
CREATE POLICY missions_by_robot ON yard.missions
  USING (robot_id IN (SELECT r.id FROM yard.robots r))
  WITH CHECK (robot_id IN (SELECT r.id FROM yard.robots r));
CREATE POLICY steps_by_mission ON yard.steps
  USING (mission_id IN (SELECT m.id FROM yard.missions m))
  WITH CHECK (mission_id IN (SELECT m.id FROM yard.missions m));
CREATE POLICY faults_by_robot ON yard.faults
  USING (robot_id IN (SELECT r.id FROM yard.robots r))
  WITH CHECK (robot_id IN (SELECT r.id FROM yard.robots r));

-- Ids cannot be chosen, so that an insert cannot ask whether an id is taken.
GRANT SELECT ON yard.firmware, yard.operators TO hf_robotyard_app;
GRANT SELECT, DELETE ON yard.sites, yard.robots, yard.missions TO hf_robotyard_app;
GRANT INSERT (operator_id, title), UPDATE (title) ON yard.sites TO hf_robotyard_app;
GRANT INSERT (site_id, tag, nickname, firmware), UPDATE (site_id, tag, nickname, firmware)
  ON yard.robots TO hf_robotyard_app;
GRANT INSERT (robot_id, load, state), UPDATE (load, state) ON yard.missions TO hf_robotyard_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON yard.racks, yard.floor_plans, yard.steps, yard.faults
  TO hf_robotyard_app;
