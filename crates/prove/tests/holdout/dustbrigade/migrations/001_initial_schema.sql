-- Home cleaning franchises: a franchise is known by its slug, and every key begins with it.
CREATE ROLE hf_dustbrigade_app LOGIN;
CREATE SCHEMA home;
GRANT USAGE ON SCHEMA home TO hf_dustbrigade_app;

CREATE FUNCTION home.me() RETURNS text
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('dust.franchise', true), '') $$;

CREATE DOMAIN home.slug AS text CHECK (VALUE ~ '^[a-z][a-z0-9-]*$');

CREATE TABLE home.franchises (
  franchise home.slug PRIMARY KEY,
  title text NOT NULL
);

CREATE TABLE home.services (code text PRIMARY KEY, minutes int NOT NULL);

CREATE TABLE home.cleaners (
  franchise home.slug NOT NULL REFERENCES home.franchises,
  badge text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (franchise, badge)
);

CREATE TABLE home.customers (
  franchise home.slug NOT NULL REFERENCES home.franchises,
  phone text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (franchise, phone)
);

CREATE TABLE home.homes (
  franchise home.slug NOT NULL REFERENCES home.franchises,
  home_no int NOT NULL,
  phone text NOT NULL,
  street text NOT NULL,
  key_code text NOT NULL,
  PRIMARY KEY (franchise, home_no),
  FOREIGN KEY (franchise, phone) REFERENCES home.customers (franchise, phone) ON UPDATE CASCADE
);

CREATE TABLE home.jobs (
  franchise home.slug NOT NULL REFERENCES home.franchises,
  job_no int NOT NULL,
  home_no int NOT NULL,
  badge text,
  title text NOT NULL,
  archived boolean NOT NULL DEFAULT false,
  deleted_at timestamptz,
  PRIMARY KEY (franchise, job_no),
  FOREIGN KEY (franchise, home_no) REFERENCES home.homes (franchise, home_no),
  FOREIGN KEY (franchise, badge) REFERENCES home.cleaners (franchise, badge)
);

CREATE TABLE home.ratings (
  franchise home.slug NOT NULL REFERENCES home.franchises,
  job_no int NOT NULL,
  badge text NOT NULL,
  stars int NOT NULL CHECK (stars BETWEEN 1 AND 5),
  PRIMARY KEY (franchise, job_no),
  FOREIGN KEY (franchise, job_no) REFERENCES home.jobs (franchise, job_no),
  FOREIGN KEY (franchise, badge) REFERENCES home.cleaners (franchise, badge)
);

CREATE TABLE home.vouchers (
  franchise home.slug NOT NULL REFERENCES home.franchises,
  code text NOT NULL,
  label text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (franchise, code)
);

CREATE TABLE home.cleaner_imports (
  franchise home.slug NOT NULL REFERENCES home.franchises,
  line_no int NOT NULL,
  raw jsonb NOT NULL,
  PRIMARY KEY (franchise, line_no)
);

ALTER TABLE home.franchises ENABLE ROW LEVEL SECURITY;
ALTER TABLE home.franchises FORCE ROW LEVEL SECURITY;
ALTER TABLE home.cleaners ENABLE ROW LEVEL SECURITY;
ALTER TABLE home.cleaners FORCE ROW LEVEL SECURITY;
ALTER TABLE home.customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE home.customers FORCE ROW LEVEL SECURITY;
ALTER TABLE home.homes ENABLE ROW LEVEL SECURITY;
ALTER TABLE home.homes FORCE ROW LEVEL SECURITY;
ALTER TABLE home.jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE home.jobs FORCE ROW LEVEL SECURITY;
ALTER TABLE home.ratings ENABLE ROW LEVEL SECURITY;
ALTER TABLE home.ratings FORCE ROW LEVEL SECURITY;
ALTER TABLE home.vouchers ENABLE ROW LEVEL SECURITY;
ALTER TABLE home.vouchers FORCE ROW LEVEL SECURITY;
ALTER TABLE home.cleaner_imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE home.cleaner_imports FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON home.franchises USING (franchise = home.me());
CREATE POLICY own ON home.cleaners USING (franchise = home.me());
CREATE POLICY own ON home.customers USING (franchise = home.me());
CREATE POLICY own ON home.homes USING (franchise = home.me());
CREATE POLICY own ON home.jobs USING (franchise = home.me());
CREATE POLICY own ON home.ratings USING (franchise = home.me());
CREATE POLICY own ON home.vouchers USING (franchise = home.me());
CREATE POLICY own ON home.cleaner_imports USING (franchise = home.me());

GRANT SELECT ON home.franchises, home.services TO hf_dustbrigade_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON home.cleaners, home.customers, home.homes, home.jobs, home.ratings,
  home.vouchers, home.cleaner_imports TO hf_dustbrigade_app;
