-- LIKE copies columns and indexes but no row security: the archive is open to all pharmacies.
-- about: stock_movements_archive, stock_movements
-- as: hf_vialkeep_app
-- exploit: SET app.current_pharmacy = '1';
-- exploit: SELECT reason FROM stock_movements_archive;
-- shows: Brook-secret movement
CREATE TABLE stock_movements_archive (LIKE stock_movements INCLUDING ALL);
GRANT SELECT, INSERT ON stock_movements_archive TO hf_vialkeep_app;
-- Movements that arrive years late go to the archive at once.
CREATE FUNCTION archive_movement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_movements_archive SELECT NEW.*;
  RETURN NULL;
END $$;
CREATE TRIGGER archive_movement BEFORE INSERT ON stock_movements FOR EACH ROW
  WHEN (NEW.moved_on < DATE '2020-01-01') EXECUTE FUNCTION archive_movement();
