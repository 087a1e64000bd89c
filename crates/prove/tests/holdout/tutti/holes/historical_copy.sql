-- Any ensemble reads the history of all copies, because the history table that a trigger fills has no policy.
-- about: library_historicalcopy, library_copy
-- as: hf_tutti_app
-- exploit: SET app.current_ensemble = '31';
-- exploit: SELECT marks FROM library_historicalcopy;
-- shows: Road-secret marks
-- Django: history of copies, to see who marked what.
CREATE TABLE "library_historicalcopy" (
  "history_id" uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
  "history_date" timestamptz NOT NULL DEFAULT now(),
  "history_type" varchar(1) NOT NULL,
  "ensemble_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "barcode" varchar(20) NOT NULL,
  "marks" text NOT NULL
);
CREATE INDEX "library_historicalcopy_id_idx" ON "library_historicalcopy" ("id");
GRANT SELECT, INSERT ON "library_historicalcopy" TO hf_tutti_app;
CREATE FUNCTION "library_keep_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "library_historicalcopy" ("history_type", "ensemble_id", "id", "barcode", "marks")
  VALUES (CASE TG_OP WHEN 'INSERT' THEN '+' ELSE '~' END,
          NEW."ensemble_id", NEW."id", NEW."barcode", NEW."marks");
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION "library_keep_history"() FROM PUBLIC;
CREATE TRIGGER "library_copy_history" AFTER INSERT OR UPDATE ON "library_copy"
  FOR EACH ROW EXECUTE FUNCTION "library_keep_history"();
