-- finds: schema_shared_role desk_b.letter
-- roles: app_user
-- context: schemas = { "$A" = "desk_a", "$B" = "desk_b" }
-- bad:
CREATE SCHEMA desk_a;
CREATE SCHEMA desk_b;
CREATE TABLE desk_a.letter (id integer, text text);
CREATE TABLE desk_b.letter (id integer, text text);
INSERT INTO desk_a.letter VALUES (1, 'ash');
INSERT INTO desk_b.letter VALUES (1, 'bulkhead_probe_b letter');
REVOKE ALL ON app.tenant, app.note FROM app_user, reporter;
GRANT USAGE ON SCHEMA desk_a, desk_b TO app_user;
GRANT SELECT ON desk_a.letter, desk_b.letter TO app_user;
-- good:
CREATE SCHEMA desk_a;
CREATE SCHEMA desk_b;
CREATE TABLE desk_a.letter (id integer, text text);
CREATE TABLE desk_b.letter (id integer, text text);
INSERT INTO desk_a.letter VALUES (1, 'ash');
INSERT INTO desk_b.letter VALUES (1, 'bulkhead_probe_b letter');
REVOKE ALL ON app.tenant, app.note FROM app_user, reporter;
GRANT USAGE ON SCHEMA desk_a TO app_user;
GRANT SELECT ON desk_a.letter, desk_b.letter TO app_user;
CREATE FUNCTION desk_a.one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
