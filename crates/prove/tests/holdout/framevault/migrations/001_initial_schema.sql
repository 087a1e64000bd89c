-- Stock photography: a studio is known by its slug, a user by the subject of the token.
CREATE ROLE hf_framevault_app LOGIN;
CREATE SCHEMA stock;
GRANT USAGE ON SCHEMA stock TO hf_framevault_app;

CREATE TABLE stock.studios (
  studio_id text PRIMARY KEY,
  title text NOT NULL
);

CREATE TABLE stock.members (
  studio_id text NOT NULL REFERENCES stock.studios ON DELETE CASCADE,
  user_id uuid NOT NULL,
  role text NOT NULL DEFAULT 'editor',
  PRIMARY KEY (studio_id, user_id)
);

CREATE FUNCTION stock.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;

-- With its owner's rights, for the policy of members would else call itself.
CREATE FUNCTION stock.my_studios() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = stock, pg_temp AS $$
  SELECT m.studio_id FROM stock.members m WHERE m.user_id = stock.uid()
$$;
REVOKE ALL ON FUNCTION stock.my_studios() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock.my_studios() TO hf_framevault_app;

CREATE TABLE stock.photos (
  studio_id text NOT NULL REFERENCES stock.studios,
  photo_no int NOT NULL,
  title text NOT NULL,
  keywords text[] NOT NULL DEFAULT '{}',
  digest text NOT NULL,
  PRIMARY KEY (studio_id, photo_no),
  UNIQUE (studio_id, digest)
);

CREATE TABLE stock.collections (
  studio_id text NOT NULL REFERENCES stock.studios,
  name text NOT NULL,
  PRIMARY KEY (studio_id, name)
);

CREATE TABLE stock.collection_photos (
  studio_id text NOT NULL,
  name text NOT NULL,
  photo_no int NOT NULL,
  PRIMARY KEY (studio_id, name, photo_no),
  FOREIGN KEY (studio_id, name) REFERENCES stock.collections ON DELETE CASCADE,
  FOREIGN KEY (studio_id, photo_no) REFERENCES stock.photos ON DELETE CASCADE
);

CREATE TABLE stock.licenses (
  studio_id text NOT NULL REFERENCES stock.studios,
  license_no text NOT NULL,
  buyer text NOT NULL,
  terms text NOT NULL,
  PRIMARY KEY (studio_id, license_no)
);

CREATE TABLE stock.invitations (
  studio_id text NOT NULL REFERENCES stock.studios,
  code text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (studio_id, code)
);

CREATE TABLE stock.stored_files (
  studio_id text NOT NULL REFERENCES stock.studios,
  bucket text NOT NULL,
  path text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (studio_id, bucket, path)
);

CREATE TABLE stock.downloads (
  studio_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  license_no text NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (studio_id, id),
  FOREIGN KEY (studio_id, license_no) REFERENCES stock.licenses
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['studios', 'members', 'photos', 'collections', 'collection_photos', 'licenses',
    'invitations', 'stored_files', 'downloads'] LOOP
    EXECUTE format('ALTER TABLE stock.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE stock.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON stock.%I FOR SELECT
      USING (studio_id IN (SELECT stock.my_studios()))', t || '_read', t);
    CONTINUE WHEN t IN ('studios', 'members');
    EXECUTE format('CREATE POLICY %I ON stock.%I FOR INSERT
      WITH CHECK (studio_id IN (SELECT stock.my_studios()))', t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON stock.%I FOR UPDATE
      USING (studio_id IN (SELECT stock.my_studios()))
      WITH CHECK (studio_id IN (SELECT stock.my_studios()))', t || '_edit', t);
    EXECUTE format('CREATE POLICY %I ON stock.%I FOR DELETE
      USING (studio_id IN (SELECT stock.my_studios()))', t || '_drop', t);
  END LOOP;
END $$;

GRANT SELECT ON stock.studios, stock.members TO hf_framevault_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON stock.photos, stock.collections, stock.collection_photos,
  stock.licenses, stock.invitations, stock.stored_files, stock.downloads TO hf_framevault_app;
