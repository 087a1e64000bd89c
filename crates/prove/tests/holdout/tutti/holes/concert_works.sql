-- Any ensemble reads and changes the programmes of all, because the table between has no row security.
-- about: library_concert_works
-- as: hf_tutti_app
-- exploit: SET app.current_ensemble = '31';
-- exploit: INSERT INTO library_concert_works VALUES (62, 1, 2);
-- shows: INSERT 0 1
-- Django: ManyToManyField from concert to work, whose table is made by itself.
CREATE TABLE "library_concert_works" (
  "ensemble_id" bigint NOT NULL,
  "concert_id" bigint NOT NULL,
  "work_id" bigint NOT NULL,
  PRIMARY KEY ("ensemble_id", "concert_id", "work_id"),
  FOREIGN KEY ("ensemble_id", "concert_id")
    REFERENCES "library_concert" ("ensemble_id", "id") ON DELETE CASCADE,
  FOREIGN KEY ("ensemble_id", "work_id") REFERENCES "library_work" ("ensemble_id", "id") ON DELETE CASCADE
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "library_concert_works" TO hf_tutti_app;
