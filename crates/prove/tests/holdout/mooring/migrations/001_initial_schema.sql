CREATE ROLE hf_mooring_app LOGIN;

CREATE SCHEMA harbour;
GRANT USAGE ON SCHEMA harbour TO hf_mooring_app;

-- The harbour that the setting names; an unset or empty one means none.
CREATE FUNCTION harbour.current_harbour() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('app.harbour_id', true), '')::uuid $$;

-- Flag states, the same for all.
CREATE TABLE harbour.flags (
  code char(2) PRIMARY KEY,
  country text NOT NULL
);

CREATE TABLE harbour.harbours (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  vhf_channel smallint
);

CREATE TABLE harbour.staff (
  harbour_id uuid NOT NULL DEFAULT harbour.current_harbour() REFERENCES harbour.harbours (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (harbour_id, id),
  UNIQUE (harbour_id, email)
);

CREATE TABLE harbour.owners (
  harbour_id uuid NOT NULL DEFAULT harbour.current_harbour() REFERENCES harbour.harbours (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  phone text,
  PRIMARY KEY (harbour_id, id)
);

CREATE TABLE harbour.vessels (
  harbour_id uuid NOT NULL DEFAULT harbour.current_harbour() REFERENCES harbour.harbours (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  owner_id uuid NOT NULL,
  name text NOT NULL,
  mmsi text,
  flag char(2) REFERENCES harbour.flags (code),
  length_m numeric(5, 2) NOT NULL CHECK (length_m > 0),
  PRIMARY KEY (harbour_id, id),
  UNIQUE (harbour_id, mmsi),
  FOREIGN KEY (harbour_id, owner_id) REFERENCES harbour.owners (harbour_id, id)
);

CREATE TABLE harbour.berths (
  harbour_id uuid NOT NULL DEFAULT harbour.current_harbour() REFERENCES harbour.harbours (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  code text NOT NULL,
  max_length_m numeric(5, 2) NOT NULL,
  PRIMARY KEY (harbour_id, id),
  UNIQUE (harbour_id, code)
);

CREATE TABLE harbour.stays (
  harbour_id uuid NOT NULL DEFAULT harbour.current_harbour() REFERENCES harbour.harbours (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  berth_id uuid,
  vessel_id uuid,
  arrives date NOT NULL,
  leaves date,
  note text,
  PRIMARY KEY (harbour_id, id),
  FOREIGN KEY (harbour_id, berth_id) REFERENCES harbour.berths (harbour_id, id),
  FOREIGN KEY (harbour_id, vessel_id) REFERENCES harbour.vessels (harbour_id, id)
);
CREATE INDEX stays_by_berth ON harbour.stays (harbour_id, berth_id, arrives);

CREATE TABLE harbour.bills (
  harbour_id uuid NOT NULL DEFAULT harbour.current_harbour() REFERENCES harbour.harbours (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  stay_id uuid NOT NULL,
  amount_cents integer NOT NULL,
  paid_at timestamptz,
  remark text,
  PRIMARY KEY (harbour_id, id),
  FOREIGN KEY (harbour_id, stay_id) REFERENCES harbour.stays (harbour_id, id) ON DELETE CASCADE
);

CREATE TABLE harbour.meter_readings (
  harbour_id uuid NOT NULL DEFAULT harbour.current_harbour() REFERENCES harbour.harbours (id),
  berth_id uuid NOT NULL,
  read_at timestamptz NOT NULL DEFAULT now(),
  kwh numeric(10, 1) NOT NULL,
  PRIMARY KEY (harbour_id, berth_id, read_at),
  FOREIGN KEY (harbour_id, berth_id) REFERENCES harbour.berths (harbour_id, id)
);

CREATE TABLE harbour.notices (
  harbour_id uuid NOT NULL DEFAULT harbour.current_harbour() REFERENCES harbour.harbours (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  body text NOT NULL,
  published boolean NOT NULL DEFAULT false,
  PRIMARY KEY (harbour_id, id)
);

ALTER TABLE harbour.harbours ENABLE ROW LEVEL SECURITY;
ALTER TABLE harbour.harbours FORCE ROW LEVEL SECURITY;
CREATE POLICY own_harbour ON harbour.harbours TO hf_mooring_app
  USING (id = harbour.current_harbour());

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['staff', 'owners', 'vessels', 'berths', 'stays', 'bills', 'meter_readings',
    'notices']
  LOOP
    EXECUTE format('ALTER TABLE harbour.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE harbour.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY own_rows ON harbour.%I TO hf_mooring_app'
      ' USING (harbour_id = harbour.current_harbour())'
      ' WITH CHECK (harbour_id = harbour.current_harbour())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON harbour.%I TO hf_mooring_app', t);
  END LOOP;
END
$$;

GRANT SELECT ON harbour.flags, harbour.harbours TO hf_mooring_app;

-- Unpaid bills, seen with the caller's rights.
CREATE VIEW harbour.open_bills WITH (security_invoker = true) AS
SELECT b.id, b.amount_cents, s.arrives, b.remark
FROM harbour.bills b
JOIN harbour.stays s ON s.harbour_id = b.harbour_id AND s.id = b.stay_id
WHERE b.paid_at IS NULL;
GRANT SELECT ON harbour.open_bills TO hf_mooring_app;
