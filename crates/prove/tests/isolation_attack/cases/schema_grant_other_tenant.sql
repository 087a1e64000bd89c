-- finds: schema_grant_other_tenant desk_b.letter
-- roles: none
-- context: schemas = { "$A" = "desk_a", "$B" = "desk_b" }
-- context: roles = { "$A" = "desk_a_user", "$B" = "desk_b_user" }
-- bad:
CREATE SCHEMA desk_a;
CREATE SCHEMA desk_b;
CREATE TABLE desk_a.letter (id integer, text text);
CREATE TABLE desk_b.letter (id integer, text text);
INSERT INTO desk_a.letter VALUES (1, 'ash');
INSERT INTO desk_b.letter VALUES (1, 'bulkhead_probe_b letter');
CREATE ROLE desk_a_user;
CREATE ROLE desk_b_user;
REVOKE ALL ON app.tenant, app.note FROM app_user, reporter;
GRANT USAGE ON SCHEMA desk_a, desk_b TO desk_a_user;
GRANT SELECT ON desk_a.letter, desk_b.letter TO desk_a_user;
-- good:
CREATE SCHEMA desk_a;
CREATE SCHEMA desk_b;
CREATE TABLE desk_a.letter (id integer, text text);
CREATE TABLE desk_b.letter (id integer, text text);
INSERT INTO desk_a.letter VALUES (1, 'ash');
INSERT INTO desk_b.letter VALUES (1, 'bulkhead_probe_b letter');
CREATE ROLE desk_a_user;
CREATE ROLE desk_b_user;
REVOKE ALL ON app.tenant, app.note FROM app_user, reporter;
GRANT USAGE ON SCHEMA desk_a TO desk_a_user;
GRANT USAGE ON SCHEMA desk_b TO desk_b_user;
GRANT SELECT ON desk_a.letter TO desk_a_user;
GRANT SELECT ON desk_b.letter TO desk_b_user;
CREATE FUNCTION desk_a.one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
