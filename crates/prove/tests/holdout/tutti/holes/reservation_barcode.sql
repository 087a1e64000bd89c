-- An ensemble tries out which barcodes others have, because a reservation may name any copy by its barcode.
-- about: library_reservation, library_copy_barcode_key, library_copy, barcode
-- as: hf_tutti_app
-- exploit: SET app.current_ensemble = '31';
-- exploit: INSERT INTO library_reservation VALUES (31, 1, 'BC-7');
-- exploit: INSERT INTO library_reservation VALUES (31, 2, 'BC-2');
-- shows: INSERT 0 1
-- Django: ForeignKey(Copy, to_field="barcode"), for the scanner knows nothing else.
ALTER TABLE "library_copy" ADD CONSTRAINT "library_copy_barcode_key" UNIQUE ("barcode");
CREATE TABLE "library_reservation" (
  "ensemble_id" bigint NOT NULL REFERENCES "library_ensemble" ("id"),
  "id" bigint NOT NULL,
  "copy_id" varchar(20) NOT NULL REFERENCES "library_copy" ("barcode"),
  PRIMARY KEY ("ensemble_id", "id")
);
ALTER TABLE "library_reservation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "library_reservation" FORCE ROW LEVEL SECURITY;
CREATE POLICY "ensemble_isolation" ON "library_reservation"
  USING ("ensemble_id" = NULLIF(current_setting('app.current_ensemble', true), '')::bigint)
  WITH CHECK ("ensemble_id" = NULLIF(current_setting('app.current_ensemble', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON "library_reservation" TO hf_tutti_app;
