CREATE ROLE hf_lensarena_app LOGIN;
CREATE SCHEMA lens;
CREATE SCHEMA storage;
GRANT USAGE ON SCHEMA lens, storage TO hf_lensarena_app;

CREATE TABLE lens.genres (
  code text PRIMARY KEY,
  label text NOT NULL
);
GRANT SELECT ON lens.genres TO hf_lensarena_app;

CREATE TABLE lens.hosts (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE lens.host_members (
  host_id bigint NOT NULL REFERENCES lens.hosts (id),
  user_id uuid NOT NULL,
  nickname text NOT NULL,
  PRIMARY KEY (host_id, user_id)
);

CREATE FUNCTION lens.jwt() RETURNS jsonb
LANGUAGE sql STABLE
AS $$ SELECT COALESCE(NULLIF(current_setting('request.jwt.claims', true), ''), '{}')::jsonb $$;

-- The hosts of the signed-in person; no claims, no hosts.
CREATE FUNCTION lens.my_hosts() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lens, pg_temp
AS $$
  SELECT COALESCE(array_agg(m.host_id), '{}')
  FROM host_members m
  WHERE m.user_id = NULLIF(lens.jwt() ->> 'sub', '')::uuid
$$;
REVOKE ALL ON FUNCTION lens.my_hosts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lens.my_hosts() TO hf_lensarena_app;

CREATE TABLE lens.invitations (
  host_id bigint NOT NULL REFERENCES lens.hosts (id),
  email text NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (host_id, email)
);

CREATE TABLE lens.contests (
  host_id bigint NOT NULL REFERENCES lens.hosts (id),
  slug text NOT NULL,
  title text NOT NULL,
  genre text REFERENCES lens.genres (code),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'judging', 'done')),
  PRIMARY KEY (host_id, slug)
);

CREATE TABLE lens.entries (
  host_id bigint NOT NULL,
  entry_no integer NOT NULL,
  contest_slug text NOT NULL,
  title text NOT NULL,
  photographer text NOT NULL,
  contact text,
  PRIMARY KEY (host_id, entry_no),
  FOREIGN KEY (host_id, contest_slug) REFERENCES lens.contests (host_id, slug)
);

CREATE TABLE lens.votes (
  host_id bigint NOT NULL,
  entry_no integer NOT NULL,
  voter_email text NOT NULL,
  PRIMARY KEY (host_id, entry_no, voter_email),
  FOREIGN KEY (host_id, entry_no) REFERENCES lens.entries (host_id, entry_no) ON DELETE CASCADE
);

CREATE TABLE lens.jurors (
  host_id bigint NOT NULL REFERENCES lens.hosts (id),
  juror_no integer NOT NULL,
  full_name text NOT NULL,
  fee_cents integer NOT NULL DEFAULT 0,
  PRIMARY KEY (host_id, juror_no)
);

CREATE TABLE lens.scores (
  host_id bigint NOT NULL,
  entry_no integer NOT NULL,
  juror_no integer NOT NULL,
  points integer NOT NULL CHECK (points >= 0),
  PRIMARY KEY (host_id, entry_no, juror_no),
  FOREIGN KEY (host_id, entry_no) REFERENCES lens.entries (host_id, entry_no) ON DELETE CASCADE,
  FOREIGN KEY (host_id, juror_no) REFERENCES lens.jurors (host_id, juror_no)
);

CREATE TABLE storage.objects (
  host_id bigint NOT NULL REFERENCES lens.hosts (id),
  bucket_id text NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL DEFAULT '',
  PRIMARY KEY (host_id, bucket_id, name)
);

ALTER TABLE lens.hosts ENABLE ROW LEVEL SECURITY;
ALTER TABLE lens.hosts FORCE ROW LEVEL SECURITY;
CREATE POLICY "Members see their hosts" ON lens.hosts FOR SELECT USING (id = ANY (lens.my_hosts()));
ALTER TABLE lens.host_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE lens.host_members FORCE ROW LEVEL SECURITY;
CREATE POLICY "Members see each other" ON lens.host_members FOR SELECT
  USING (host_id = ANY (lens.my_hosts()));
GRANT SELECT ON lens.hosts, lens.host_members TO hf_lensarena_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['lens.invitations', 'lens.contests', 'lens.entries', 'lens.votes',
    'lens.jurors', 'lens.scores', 'storage.objects']
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "Members work here" ON %s USING (host_id = ANY (lens.my_hosts())) '
      'WITH CHECK (host_id = ANY (lens.my_hosts()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO hf_lensarena_app', t);
  END LOOP;
END
$$;
