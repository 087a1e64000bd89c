-- Allotment clubs: the session carries the user, whose clubs are looked up.

CREATE ROLE hf_gardens_app LOGIN;
CREATE SCHEMA club;

CREATE TABLE club.plants (id integer PRIMARY KEY, latin text NOT NULL);
CREATE TABLE club.clubs (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE club.memberships (
  club_id integer NOT NULL REFERENCES club.clubs,
  user_id integer NOT NULL,
  chair boolean NOT NULL DEFAULT false,
  nickname text,
  PRIMARY KEY (club_id, user_id)
);
CREATE TABLE club.plots (
  club_id integer NOT NULL REFERENCES club.clubs,
  plot_no integer NOT NULL,
  tenant_name text,
  PRIMARY KEY (club_id, plot_no)
);
CREATE TABLE club.beds (
  club_id integer NOT NULL,
  plot_no integer NOT NULL,
  bed_no integer NOT NULL,
  plant_id integer REFERENCES club.plants,
  remark text,
  PRIMARY KEY (club_id, plot_no, bed_no),
  FOREIGN KEY (club_id, plot_no) REFERENCES club.plots ON DELETE CASCADE
);
CREATE TABLE club.fees (
  club_id integer NOT NULL,
  plot_no integer NOT NULL,
  year integer NOT NULL,
  remark text NOT NULL,
  PRIMARY KEY (club_id, plot_no, year),
  FOREIGN KEY (club_id, plot_no) REFERENCES club.plots
);

ALTER TABLE club.memberships ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON club.memberships
  USING (user_id = nullif(current_setting('app.user_id', true), '')::integer);
ALTER TABLE club.clubs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY member ON club.clubs USING (id IN (SELECT m.club_id FROM club.memberships m));
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['plots', 'beds', 'fees'] LOOP
    EXECUTE format('ALTER TABLE club.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY member ON club.%1$I USING (EXISTS (
      SELECT FROM club.memberships m WHERE m.club_id = %1$I.club_id
        AND m.user_id = nullif(current_setting('app.user_id', true), '')::integer))$p$, name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON club.%I TO hf_gardens_app', name);
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA club TO hf_gardens_app;
GRANT SELECT ON club.plants, club.clubs, club.memberships TO hf_gardens_app;
GRANT UPDATE (nickname) ON club.memberships TO hf_gardens_app;
