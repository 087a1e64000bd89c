-- A login reads rows that other workspaces are importing, because the staging table has no policies.
-- about: import_rows, stage_import, imports
-- as: hf_personas_app
-- exploit: SET cdp.workspace = '11111111-1111-4111-8111-111111111111';
-- exploit: SELECT line FROM cdp.import_rows;
-- shows: Road-secret import row
CREATE UNLOGGED TABLE cdp.import_rows (
  workspace_id uuid NOT NULL,
  import_id uuid NOT NULL,
  line jsonb NOT NULL
);
GRANT SELECT, INSERT, DELETE ON cdp.import_rows TO hf_personas_app;
CREATE FUNCTION cdp.stage_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO cdp.import_rows (workspace_id, import_id, line)
    SELECT NEW.workspace_id, NEW.id, e FROM jsonb_array_elements(NEW.payload) e;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION cdp.stage_import() FROM PUBLIC;
CREATE TRIGGER imports_stage AFTER INSERT ON cdp.imports FOR EACH ROW EXECUTE FUNCTION cdp.stage_import();
