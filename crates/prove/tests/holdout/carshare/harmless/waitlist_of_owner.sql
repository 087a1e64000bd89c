-- The table belongs to the group without login, and row security is forced on it.
SET ROLE hf_carshare_owner;
CREATE TABLE share.waitlist (
  club_id uuid NOT NULL REFERENCES share.clubs (id),
  name text NOT NULL,
  PRIMARY KEY (club_id, name)
);
ALTER TABLE share.waitlist ENABLE ROW LEVEL SECURITY;
ALTER TABLE share.waitlist FORCE ROW LEVEL SECURITY;
CREATE POLICY club_rows ON share.waitlist USING (club_id = (SELECT share.club_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON share.waitlist TO hf_carshare_app;
RESET ROLE;
