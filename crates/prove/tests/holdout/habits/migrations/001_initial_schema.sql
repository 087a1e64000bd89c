-- Habits, their daily check-ins, challenges between teams, rewards and reminders.
CREATE ROLE hf_habits_app LOGIN;
CREATE ROLE hf_habits_report NOLOGIN;

CREATE TABLE accounts_organization (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name varchar(200) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Common to all organizations, read only.
CREATE TABLE habits_category (
  id smallint PRIMARY KEY,
  name varchar(50) NOT NULL
);
INSERT INTO habits_category VALUES (1, 'Health'), (2, 'Learning');

CREATE TABLE accounts_person (
  organization_id uuid NOT NULL REFERENCES accounts_organization ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email varchar(254) NOT NULL,
  full_name varchar(200) NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT accounts_person_email_uniq UNIQUE (organization_id, email)
);

CREATE TABLE habits_habit (
  organization_id uuid NOT NULL REFERENCES accounts_organization ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  category_id smallint NOT NULL REFERENCES habits_category,
  name varchar(200) NOT NULL,
  is_deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, person_id) REFERENCES accounts_person ON DELETE CASCADE
);

-- One partition for each year; only the parent is for the application.
CREATE TABLE habits_checkin (
  organization_id uuid NOT NULL,
  habit_id uuid NOT NULL,
  day date NOT NULL,
  note text NOT NULL DEFAULT '',
  PRIMARY KEY (organization_id, habit_id, day),
  FOREIGN KEY (organization_id, habit_id) REFERENCES habits_habit ON DELETE CASCADE
) PARTITION BY RANGE (day);
CREATE TABLE habits_checkin_2025 PARTITION OF habits_checkin FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE habits_checkin_rest PARTITION OF habits_checkin DEFAULT;

CREATE TABLE challenges_challenge (
  organization_id uuid NOT NULL REFERENCES accounts_organization ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title varchar(200) NOT NULL,
  status varchar(20) NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'open', 'closed')),
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE challenges_entry (
  organization_id uuid NOT NULL,
  challenge_id uuid NOT NULL,
  person_id uuid NOT NULL,
  points integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, challenge_id, person_id),
  FOREIGN KEY (organization_id, challenge_id) REFERENCES challenges_challenge ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES accounts_person ON DELETE CASCADE
);

CREATE TABLE rewards_voucher (
  organization_id uuid NOT NULL REFERENCES accounts_organization ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  code varchar(40) NOT NULL,
  person_id uuid,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, code),
  FOREIGN KEY (organization_id, person_id) REFERENCES accounts_person ON DELETE SET NULL (person_id)
);

CREATE TABLE reminders_job (
  organization_id uuid NOT NULL REFERENCES accounts_organization ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  run_at timestamptz NOT NULL DEFAULT now(),
  payload jsonb NOT NULL DEFAULT '{}',
  taken boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE audit_logentry (
  organization_id uuid NOT NULL REFERENCES accounts_organization ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  object_repr text NOT NULL,
  action varchar(20) NOT NULL,
  PRIMARY KEY (organization_id, id)
);

-- The organization of the session; none when the setting is unset or empty.
CREATE FUNCTION current_org() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.organization_id', true), '')::uuid
$$;

-- The log of changes to habits is written by the database, with the rights of who changes them.
CREATE FUNCTION audit_habit() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_logentry (organization_id, object_repr, action)
  VALUES (NEW.organization_id, NEW.name, lower(TG_OP));
  RETURN NEW;
END
$$;
CREATE TRIGGER habits_habit_audit AFTER INSERT OR UPDATE ON habits_habit
FOR EACH ROW EXECUTE FUNCTION audit_habit();

ALTER TABLE accounts_organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts_organization FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON accounts_organization USING (id = current_org());
GRANT SELECT ON accounts_organization, habits_category TO hf_habits_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['accounts_person', 'habits_habit', 'habits_checkin', 'habits_checkin_2025',
      'habits_checkin_rest', 'challenges_challenge', 'challenges_entry', 'rewards_voucher', 'reminders_job',
      'audit_logentry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = current_org())
      WITH CHECK (organization_id = current_org())', t);
  END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts_person, habits_habit, habits_checkin, challenges_challenge,
  challenges_entry, rewards_voucher, reminders_job TO hf_habits_app;
GRANT SELECT, INSERT ON audit_logentry TO hf_habits_app;
