-- Scans are large objects of the one application role; their ids are listed for all, and each can be read.
-- about: large object, pg_largeobject, scans, keep_scan, lo_
-- as: hf_carshare_app
-- exploit: SET carshare.club = 'bbbbbbbb-0000-4000-8000-000000000001';
-- exploit: SELECT share.keep_scan('licence', '\x526f61642d7363616e'::bytea);
-- exploit: SET carshare.club = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT 'scan: ' || convert_from(lo_get(oid), 'UTF8') FROM pg_largeobject_metadata;
-- shows: scan: Road-scan
SET ROLE hf_carshare_owner;
CREATE TABLE share.scans (
  club_id uuid NOT NULL REFERENCES share.clubs (id),
  name text NOT NULL,
  content oid NOT NULL,
  PRIMARY KEY (club_id, name)
);
ALTER TABLE share.scans ENABLE ROW LEVEL SECURITY;
ALTER TABLE share.scans FORCE ROW LEVEL SECURITY;
CREATE POLICY club_rows ON share.scans USING (club_id = share.club_id());
GRANT SELECT, INSERT, DELETE ON share.scans TO hf_carshare_app;
CREATE FUNCTION share.keep_scan(p_name text, p_body bytea) RETURNS oid
  LANGUAGE sql
  SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO share.scans VALUES (share.club_id(), p_name, lo_from_bytea(0, p_body)) RETURNING content
$$;
RESET ROLE;
