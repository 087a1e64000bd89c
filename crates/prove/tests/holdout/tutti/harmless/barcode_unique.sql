-- A barcode is unique within the ensemble, and a reservation names the copy by both.
ALTER TABLE "library_copy" ADD CONSTRAINT "library_copy_barcode_key" UNIQUE ("ensemble_id", "barcode");
CREATE TABLE "library_reservation" (
  "ensemble_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "copy_id" varchar(20) NOT NULL,
  PRIMARY KEY ("ensemble_id", "id"),
  FOREIGN KEY ("ensemble_id", "copy_id") REFERENCES "library_copy" ("ensemble_id", "barcode")
);
ALTER TABLE "library_reservation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "library_reservation" FORCE ROW LEVEL SECURITY;
CREATE POLICY "ensemble_isolation" ON "library_reservation"
  USING ("ensemble_id" = NULLIF(current_setting('app.current_ensemble', true), '')::bigint)
  WITH CHECK ("ensemble_id" = NULLIF(current_setting('app.current_ensemble', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON "library_reservation" TO hf_tutti_app;
