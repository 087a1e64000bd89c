CREATE ROLE hf_museums_app LOGIN;

CREATE SCHEMA coll;
GRANT USAGE ON SCHEMA coll TO hf_museums_app;

-- The museum that asks; an empty setting is as good as none.
CREATE FUNCTION coll.me() RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('museum.slug', true), '')
$$;

CREATE DOMAIN coll.slug AS text CHECK (VALUE ~ '^[a-z][a-z0-9-]{1,40}$');
CREATE TYPE coll.condition AS ENUM ('good', 'fair', 'poor');

CREATE TABLE coll.materials (
  code text PRIMARY KEY,
  label text NOT NULL
);
GRANT SELECT ON coll.materials TO hf_museums_app;

CREATE TABLE coll.museums (
  slug coll.slug PRIMARY KEY,
  name text NOT NULL,
  opened date NOT NULL DEFAULT current_date
);
ALTER TABLE coll.museums ENABLE ROW LEVEL SECURITY;
ALTER TABLE coll.museums FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON coll.museums USING (slug = coll.me());
GRANT SELECT, UPDATE (name) ON coll.museums TO hf_museums_app;

CREATE TABLE coll.artists (
  museum coll.slug NOT NULL REFERENCES coll.museums (slug),
  code text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (museum, code)
);
ALTER TABLE coll.artists ENABLE ROW LEVEL SECURITY;
ALTER TABLE coll.artists FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON coll.artists USING (museum = coll.me());
GRANT SELECT, INSERT, UPDATE, DELETE ON coll.artists TO hf_museums_app;

CREATE TABLE coll.objects (
  museum coll.slug NOT NULL REFERENCES coll.museums (slug),
  inventory_no text NOT NULL,
  title text NOT NULL,
  artist_code text,
  material text REFERENCES coll.materials (code),
  condition coll.condition NOT NULL DEFAULT 'good',
  insured_for numeric(14,2),
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple', title)) STORED,
  PRIMARY KEY (museum, inventory_no),
  FOREIGN KEY (museum, artist_code) REFERENCES coll.artists (museum, code)
);
CREATE INDEX objects_search ON coll.objects USING gin (search);
ALTER TABLE coll.objects ENABLE ROW LEVEL SECURITY;
ALTER TABLE coll.objects FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON coll.objects USING (museum = coll.me());
GRANT SELECT, INSERT, UPDATE, DELETE ON coll.objects TO hf_museums_app;

-- Which objects a museum shows to which other one. Only the museum of the object writes this.
CREATE TABLE coll.shares (
  museum coll.slug NOT NULL,
  inventory_no text NOT NULL,
  shown_to coll.slug NOT NULL,
  since date NOT NULL DEFAULT current_date,
  PRIMARY KEY (museum, inventory_no, shown_to),
  FOREIGN KEY (museum, inventory_no) REFERENCES coll.objects (museum, inventory_no) ON DELETE CASCADE
);
ALTER TABLE coll.shares ENABLE ROW LEVEL SECURITY;
ALTER TABLE coll.shares FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON coll.shares USING (museum = coll.me());
CREATE POLICY shown ON coll.shares FOR SELECT USING (shown_to = coll.me());
GRANT SELECT, INSERT, DELETE ON coll.shares TO hf_museums_app;

CREATE POLICY shown ON coll.objects FOR SELECT USING (EXISTS (
  SELECT FROM coll.shares s
   WHERE s.museum = objects.museum AND s.inventory_no = objects.inventory_no AND s.shown_to = coll.me()));

CREATE TABLE coll.conservation (
  museum coll.slug NOT NULL,
  inventory_no text NOT NULL,
  treated_on date NOT NULL,
  report text NOT NULL,
  PRIMARY KEY (museum, inventory_no, treated_on),
  FOREIGN KEY (museum, inventory_no) REFERENCES coll.objects (museum, inventory_no) ON DELETE CASCADE
);
ALTER TABLE coll.conservation ENABLE ROW LEVEL SECURITY;
ALTER TABLE coll.conservation FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON coll.conservation USING (museum = coll.me());
GRANT SELECT, INSERT, UPDATE, DELETE ON coll.conservation TO hf_museums_app;

CREATE TABLE coll.donors (
  museum coll.slug NOT NULL REFERENCES coll.museums (slug),
  donor_no integer NOT NULL,
  name text NOT NULL,
  anonymous boolean NOT NULL DEFAULT false,
  PRIMARY KEY (museum, donor_no)
);
ALTER TABLE coll.donors ENABLE ROW LEVEL SECURITY;
ALTER TABLE coll.donors FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON coll.donors USING (museum = coll.me());
GRANT SELECT, INSERT, UPDATE, DELETE ON coll.donors TO hf_museums_app;

CREATE TABLE coll.visits (
  museum coll.slug NOT NULL REFERENCES coll.museums (slug),
  day date NOT NULL,
  visitors integer NOT NULL CHECK (visitors >= 0),
  PRIMARY KEY (museum, day)
);
ALTER TABLE coll.visits ENABLE ROW LEVEL SECURITY;
ALTER TABLE coll.visits FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON coll.visits USING (museum = coll.me());
GRANT SELECT, INSERT, UPDATE, DELETE ON coll.visits TO hf_museums_app;

CREATE TABLE coll.exhibitions (
  museum coll.slug NOT NULL REFERENCES coll.museums (slug),
  code text NOT NULL,
  title text NOT NULL,
  budget numeric(14,2),
  guests text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (museum, code)
);
ALTER TABLE coll.exhibitions ENABLE ROW LEVEL SECURITY;
ALTER TABLE coll.exhibitions FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON coll.exhibitions USING (museum = coll.me());
GRANT SELECT, INSERT, UPDATE, DELETE ON coll.exhibitions TO hf_museums_app;
