-- Blood donation centres. The row policies take the centre from the session.
CREATE ROLE hf_plasma_app LOGIN;
CREATE ROLE hf_plasma_lab LOGIN;
CREATE SCHEMA blood;
GRANT USAGE ON SCHEMA blood TO hf_plasma_app, hf_plasma_lab;

CREATE FUNCTION blood.centre() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('blood.centre_id', true), '')::uuid
$$;

CREATE TABLE blood.blood_groups (
  code text PRIMARY KEY
);

CREATE TABLE blood.deferral_reasons (
  code text PRIMARY KEY,
  days int
);

CREATE TABLE blood.centres (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  network text
);

CREATE TABLE blood.donors (
  centre_id uuid NOT NULL DEFAULT blood.centre() REFERENCES blood.centres (id),
  donor_id uuid NOT NULL DEFAULT gen_random_uuid(),
  national_id text NOT NULL,
  full_name text NOT NULL,
  blood_group text REFERENCES blood.blood_groups (code),
  PRIMARY KEY (centre_id, donor_id),
  UNIQUE (centre_id, national_id)
);

CREATE TABLE blood.deferrals (
  centre_id uuid NOT NULL DEFAULT blood.centre(),
  deferral_id uuid NOT NULL DEFAULT gen_random_uuid(),
  donor_id uuid NOT NULL,
  reason text NOT NULL REFERENCES blood.deferral_reasons (code),
  permanent boolean NOT NULL DEFAULT false,
  remark text,
  PRIMARY KEY (centre_id, deferral_id),
  FOREIGN KEY (centre_id, donor_id) REFERENCES blood.donors (centre_id, donor_id) ON DELETE CASCADE
);

CREATE TABLE blood.appointments (
  centre_id uuid NOT NULL DEFAULT blood.centre(),
  donor_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  chair int NOT NULL,
  note text,
  PRIMARY KEY (centre_id, starts_at, chair),
  FOREIGN KEY (centre_id, donor_id) REFERENCES blood.donors (centre_id, donor_id) ON DELETE CASCADE
);

CREATE TABLE blood.donations (
  centre_id uuid NOT NULL DEFAULT blood.centre(),
  bag_code text NOT NULL,
  donor_id uuid NOT NULL,
  blood_group text NOT NULL REFERENCES blood.blood_groups (code),
  taken_on date NOT NULL DEFAULT current_date,
  millilitres int NOT NULL,
  PRIMARY KEY (centre_id, bag_code),
  FOREIGN KEY (centre_id, donor_id) REFERENCES blood.donors (centre_id, donor_id)
);

CREATE TABLE blood.tests (
  centre_id uuid NOT NULL DEFAULT blood.centre(),
  bag_code text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'done')),
  result text,
  PRIMARY KEY (centre_id, bag_code, kind),
  FOREIGN KEY (centre_id, bag_code) REFERENCES blood.donations (centre_id, bag_code) ON DELETE CASCADE
);

CREATE TABLE blood.stock (
  centre_id uuid NOT NULL DEFAULT blood.centre() REFERENCES blood.centres (id),
  blood_group text NOT NULL REFERENCES blood.blood_groups (code),
  bags int NOT NULL DEFAULT 0,
  PRIMARY KEY (centre_id, blood_group)
);

CREATE TABLE blood.reminders (
  centre_id uuid NOT NULL DEFAULT blood.centre(),
  reminder_id uuid NOT NULL DEFAULT gen_random_uuid(),
  donor_id uuid NOT NULL,
  message text NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (centre_id, reminder_id),
  FOREIGN KEY (centre_id, donor_id) REFERENCES blood.donors (centre_id, donor_id) ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['donors', 'deferrals', 'appointments', 'donations', 'tests', 'stock',
    'reminders'] LOOP
    EXECUTE format('ALTER TABLE blood.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE blood.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY centre ON blood.%I USING (centre_id = blood.centre())
      WITH CHECK (centre_id = blood.centre())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON blood.%I TO hf_plasma_app', t);
  END LOOP;
END $$;
ALTER TABLE blood.centres ENABLE ROW LEVEL SECURITY;
ALTER TABLE blood.centres FORCE ROW LEVEL SECURITY;
CREATE POLICY centre ON blood.centres FOR SELECT USING (id = blood.centre());
GRANT SELECT ON blood.centres, blood.blood_groups, blood.deferral_reasons TO hf_plasma_app, hf_plasma_lab;
GRANT SELECT ON blood.donations TO hf_plasma_lab;
GRANT SELECT, UPDATE (status, result) ON blood.tests TO hf_plasma_lab;

-- Each bag counts in the stock of its centre.
CREATE FUNCTION blood.count_bag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO blood.stock (centre_id, blood_group, bags) VALUES (NEW.centre_id, NEW.blood_group, 1)
  ON CONFLICT (centre_id, blood_group) DO UPDATE SET bags = stock.bags + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER count_bag AFTER INSERT ON blood.donations FOR EACH ROW EXECUTE FUNCTION blood.count_bag();
