-- The migration ran as the application, which owns the table; row security is not forced on its owner.
-- about: waitlist
-- as: hf_carshare_app
-- exploit: SET carshare.club = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT name FROM share.waitlist;
-- shows: Road-secret waiting
CREATE TABLE share.waitlist (
  club_id uuid NOT NULL REFERENCES share.clubs (id),
  name text NOT NULL,
  PRIMARY KEY (club_id, name)
);
ALTER TABLE share.waitlist ENABLE ROW LEVEL SECURITY;
CREATE POLICY club_rows ON share.waitlist USING (club_id = share.club_id());
ALTER TABLE share.waitlist OWNER TO hf_carshare_app;
