-- finds: schema_shared_table app.stay
-- roles: none
-- context: schemas = { "$A" = "berth_a", "$B" = "berth_b" }
-- context: roles = { "$A" = "berth_a_user", "$B" = "berth_b_user" }
-- bad:
CREATE ROLE berth_a_user;
CREATE ROLE berth_b_user;
CREATE SCHEMA berth_a;
CREATE SCHEMA berth_b;
GRANT USAGE ON SCHEMA app, berth_a TO berth_a_user;
REVOKE ALL ON app.tenant, app.note FROM app_user, reporter;
CREATE TABLE berth_a.stay (id integer PRIMARY KEY, boat text NOT NULL);
CREATE TABLE berth_b.stay (id integer PRIMARY KEY, boat text NOT NULL);
INSERT INTO berth_a.stay VALUES (1, 'gull');
INSERT INTO berth_b.stay VALUES (1, 'bulkhead_probe_b heron');
CREATE TABLE app.stay (id integer NOT NULL, boat text NOT NULL);
ALTER TABLE berth_a.stay INHERIT app.stay;
ALTER TABLE berth_b.stay INHERIT app.stay;
GRANT SELECT, INSERT ON berth_a.stay TO berth_a_user;
GRANT SELECT (boat) ON app.stay TO berth_a_user;
-- good:
CREATE ROLE berth_a_user;
CREATE ROLE berth_b_user;
CREATE SCHEMA berth_a;
CREATE SCHEMA berth_b;
GRANT USAGE ON SCHEMA app, berth_a TO berth_a_user;
REVOKE ALL ON app.tenant, app.note FROM app_user, reporter;
CREATE TABLE berth_a.stay (id integer PRIMARY KEY, boat text NOT NULL);
CREATE TABLE berth_b.stay (id integer PRIMARY KEY, boat text NOT NULL);
INSERT INTO berth_a.stay VALUES (1, 'gull');
INSERT INTO berth_b.stay VALUES (1, 'bulkhead_probe_b heron');
CREATE TABLE app.stay (id integer NOT NULL, boat text NOT NULL);
ALTER TABLE berth_a.stay INHERIT app.stay;
GRANT SELECT, INSERT ON berth_a.stay TO berth_a_user;
GRANT SELECT (boat) ON app.stay TO berth_a_user;
