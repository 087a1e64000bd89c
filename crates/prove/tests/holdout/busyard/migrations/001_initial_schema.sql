CREATE ROLE hf_busyard_north LOGIN;
CREATE ROLE hf_busyard_south LOGIN;

CREATE SCHEMA common;
CREATE SCHEMA north;
CREATE SCHEMA south;

CREATE TABLE common.bus_models (
  code text PRIMARY KEY,
  seats integer NOT NULL
);
GRANT USAGE ON SCHEMA common TO hf_busyard_north, hf_busyard_south;
GRANT SELECT ON common.bus_models TO hf_busyard_north, hf_busyard_south;

-- The same tables for each depot, and rights for the login of that depot alone.
DO $$
DECLARE
  s text;
BEGIN
  FOREACH s IN ARRAY ARRAY['north', 'south'] LOOP
    EXECUTE format($sql$
      CREATE TABLE %1$I.buses (
        plate text PRIMARY KEY,
        model text NOT NULL REFERENCES common.bus_models (code),
        parked_at text
      )$sql$, s);
    EXECUTE format($sql$
      CREATE TABLE %1$I.drivers (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        full_name text NOT NULL,
        licence text UNIQUE,
        phone text
      )$sql$, s);
    EXECUTE format($sql$
      CREATE TABLE %1$I.lines (
        number text PRIMARY KEY,
        title text NOT NULL
      )$sql$, s);
    EXECUTE format($sql$
      CREATE TABLE %1$I.duties (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        driver_id bigint NOT NULL REFERENCES %1$I.drivers (id),
        plate text NOT NULL REFERENCES %1$I.buses (plate),
        line text NOT NULL REFERENCES %1$I.lines (number),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        CHECK (ends_at > starts_at)
      )$sql$, s);
    EXECUTE format($sql$
      CREATE TABLE %1$I.defects (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        plate text NOT NULL REFERENCES %1$I.buses (plate) ON DELETE CASCADE,
        reported_on date NOT NULL DEFAULT CURRENT_DATE,
        description text NOT NULL,
        repaired boolean NOT NULL DEFAULT false
      )$sql$, s);
    EXECUTE format($sql$
      CREATE TABLE %1$I.fuel (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        plate text NOT NULL REFERENCES %1$I.buses (plate),
        litres numeric(8, 1) NOT NULL,
        filled_at timestamptz NOT NULL DEFAULT now()
      )$sql$, s);
    EXECUTE format($sql$
      CREATE VIEW %1$I.open_defects AS
      SELECT d.plate, b.model, d.reported_on, d.description
      FROM %1$I.defects d JOIN %1$I.buses b USING (plate)
      WHERE NOT d.repaired$sql$, s);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', s, 'hf_busyard_' || s);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I', s,
      'hf_busyard_' || s);
  END LOOP;
END
$$;
