-- finds: priv_trigger app.note
-- bad:
GRANT TRIGGER ON app.note TO reporter;
-- good:
CREATE TABLE app.scrap (id integer);
GRANT TRIGGER ON app.scrap TO reporter;
