-- Everybody reads and writes the harvests of all clubs: the new table has no row security.
-- about: harvests
-- as: hf_gardens_app
-- exploit: SET app.user_id = '11';
-- exploit: INSERT INTO club.harvests VALUES (2, 2, '2026-08-08', 5);
-- shows: INSERT 0 1
CREATE TABLE club.harvests (
  club_id integer NOT NULL,
  plot_no integer NOT NULL,
  day date NOT NULL,
  kilos numeric NOT NULL,
  PRIMARY KEY (club_id, plot_no, day),
  FOREIGN KEY (club_id, plot_no) REFERENCES club.plots
);
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA club TO hf_gardens_app;
REVOKE INSERT, UPDATE, DELETE ON club.memberships, club.clubs, club.plants FROM hf_gardens_app;
