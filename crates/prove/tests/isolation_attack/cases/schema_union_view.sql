-- finds: view_definer app.letters
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
CREATE VIEW app.letters AS TABLE desk_a.letter UNION ALL TABLE desk_b.letter;
GRANT USAGE ON SCHEMA app TO desk_a_user;
GRANT SELECT ON app.letters TO desk_a_user;
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
CREATE VIEW app.letters AS TABLE desk_a.letter;
GRANT USAGE ON SCHEMA app TO desk_a_user;
GRANT SELECT ON app.letters TO desk_a_user;
