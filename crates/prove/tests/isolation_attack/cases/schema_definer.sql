-- finds: secdef_unfiltered app.letters_of(text)
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
GRANT USAGE ON SCHEMA app TO desk_a_user;
CREATE FUNCTION app.letters_of(pattern text) RETURNS SETOF text LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$
  SELECT text FROM desk_a.letter WHERE 'desk_a' LIKE pattern
  UNION ALL SELECT text FROM desk_b.letter WHERE 'desk_b' LIKE pattern$$;
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
GRANT USAGE ON SCHEMA app TO desk_a_user;
CREATE FUNCTION app.letters_of(pattern text) RETURNS SETOF text LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$SELECT text FROM desk_a.letter WHERE 'desk_a' LIKE pattern$$;
