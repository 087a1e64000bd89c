-- The policy of the new table of lockers lets the whole login read, and all associations share it.
-- about: lockers, app_access
-- as: hf_kitlocker_app
-- exploit: SET kit.association = '1';
-- exploit: SELECT 'locker of ' || association_id FROM kit.lockers;
-- shows: locker of 2
CREATE TABLE kit.lockers (
  association_id bigint NOT NULL,
  club_no integer NOT NULL,
  locker_no integer NOT NULL,
  holder text,
  PRIMARY KEY (association_id, club_no, locker_no),
  FOREIGN KEY (association_id, club_no) REFERENCES kit.clubs
);
ALTER TABLE kit.lockers ENABLE ROW LEVEL SECURITY;
ALTER TABLE kit.lockers FORCE ROW LEVEL SECURITY;
CREATE POLICY app_access ON kit.lockers TO hf_kitlocker_app
  USING (true) WITH CHECK (kit.in_scope(association_id, club_no));
GRANT SELECT, INSERT, UPDATE, DELETE ON kit.lockers TO hf_kitlocker_app;
-- Each new club gets its first locker.
CREATE FUNCTION kit.first_locker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kit.lockers VALUES (NEW.association_id, NEW.club_no, 1, NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER first_locker AFTER INSERT ON kit.clubs FOR EACH ROW EXECUTE FUNCTION kit.first_locker();
