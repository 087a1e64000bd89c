-- Software for gyms. Names and types as the framework makes them; numbers count per gym.
CREATE ROLE hf_treadmill_app LOGIN;
CREATE ROLE hf_treadmill_report LOGIN;

CREATE FUNCTION current_gym_id() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('app.gym_id', true), '')::bigint
$$;

CREATE TABLE gyms (
  id bigint PRIMARY KEY,
  name varchar NOT NULL,
  time_zone varchar NOT NULL DEFAULT 'UTC'
);

CREATE TABLE muscle_groups (
  code varchar PRIMARY KEY,
  label varchar NOT NULL
);

CREATE TABLE counters (
  gym_id bigint NOT NULL REFERENCES gyms (id),
  kind varchar NOT NULL,
  value bigint NOT NULL,
  PRIMARY KEY (gym_id, kind)
);

-- The next number of a kind, in the gym of the session. Runs with the rights of the caller.
CREATE FUNCTION next_id(p_kind varchar) RETURNS bigint LANGUAGE sql AS $$
  INSERT INTO counters (gym_id, kind, value) VALUES (current_gym_id(), p_kind, 1000)
  ON CONFLICT (gym_id, kind) DO UPDATE SET value = counters.value + 1
  RETURNING value
$$;

CREATE TABLE staff (
  gym_id bigint NOT NULL REFERENCES gyms (id),
  id bigint NOT NULL DEFAULT next_id('staff'),
  email varchar NOT NULL,
  name varchar NOT NULL,
  PRIMARY KEY (gym_id, id),
  UNIQUE (gym_id, email)
);

CREATE TABLE plans (
  gym_id bigint NOT NULL REFERENCES gyms (id),
  id bigint NOT NULL DEFAULT next_id('plans'),
  title varchar NOT NULL,
  monthly_cents integer NOT NULL,
  PRIMARY KEY (gym_id, id)
);

CREATE TABLE members (
  gym_id bigint NOT NULL REFERENCES gyms (id),
  id bigint NOT NULL DEFAULT next_id('members'),
  plan_id bigint,
  card_number varchar,
  name varchar NOT NULL,
  phone varchar,
  visits integer NOT NULL DEFAULT 0,
  last_visit_at timestamptz,
  discarded_at timestamptz,
  PRIMARY KEY (gym_id, id),
  UNIQUE (gym_id, card_number),
  FOREIGN KEY (gym_id, plan_id) REFERENCES plans (gym_id, id)
);

CREATE TABLE group_classes (
  gym_id bigint NOT NULL REFERENCES gyms (id),
  id bigint NOT NULL DEFAULT next_id('group_classes'),
  trainer_id bigint,
  title varchar NOT NULL,
  starts_at timestamptz NOT NULL,
  trial boolean NOT NULL DEFAULT false,
  muscle_group varchar REFERENCES muscle_groups (code),
  trainer_notes text,
  PRIMARY KEY (gym_id, id),
  FOREIGN KEY (gym_id, trainer_id) REFERENCES staff (gym_id, id)
);

CREATE TABLE bookings (
  gym_id bigint NOT NULL,
  group_class_id bigint NOT NULL,
  member_id bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (gym_id, group_class_id, member_id),
  FOREIGN KEY (gym_id, group_class_id) REFERENCES group_classes (gym_id, id) ON DELETE CASCADE,
  FOREIGN KEY (gym_id, member_id) REFERENCES members (gym_id, id) ON DELETE CASCADE
);

CREATE TABLE check_ins (
  gym_id bigint NOT NULL,
  member_id bigint NOT NULL,
  door varchar NOT NULL DEFAULT 'front',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (gym_id, member_id, created_at),
  FOREIGN KEY (gym_id, member_id) REFERENCES members (gym_id, id) ON DELETE CASCADE
);

CREATE TABLE payments (
  gym_id bigint NOT NULL,
  id bigint NOT NULL DEFAULT next_id('payments'),
  member_id bigint NOT NULL,
  amount_cents integer NOT NULL,
  reference varchar,
  paid_on date NOT NULL DEFAULT current_date,
  PRIMARY KEY (gym_id, id),
  FOREIGN KEY (gym_id, member_id) REFERENCES members (gym_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['counters', 'staff', 'plans', 'members', 'group_classes', 'bookings', 'check_ins',
    'payments'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY by_gym ON %I USING (gym_id = current_gym_id())
      WITH CHECK (gym_id = current_gym_id())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_treadmill_app', t);
  END LOOP;
END $$;
ALTER TABLE gyms ENABLE ROW LEVEL SECURITY;
ALTER TABLE gyms FORCE ROW LEVEL SECURITY;
CREATE POLICY by_gym ON gyms FOR SELECT USING (id = current_gym_id());
GRANT SELECT ON gyms, muscle_groups TO hf_treadmill_app, hf_treadmill_report;
GRANT SELECT ON plans, members, bookings, group_classes, payments TO hf_treadmill_report;

-- A check-in counts as a visit. The trigger runs with the rights of the session, so policies hold.
CREATE FUNCTION count_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE members SET visits = visits + 1, last_visit_at = NEW.created_at
  WHERE gym_id = NEW.gym_id AND id = NEW.member_id;
  RETURN NEW;
END $$;
CREATE TRIGGER count_visit AFTER INSERT ON check_ins FOR EACH ROW EXECUTE FUNCTION count_visit();
