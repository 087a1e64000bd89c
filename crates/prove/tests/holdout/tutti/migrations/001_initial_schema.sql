-- Django: library.0001_initial with composite primary keys, so that each key begins with the ensemble.
CREATE ROLE hf_tutti_app LOGIN;

CREATE TABLE "library_instrument" (
  "id" integer NOT NULL PRIMARY KEY,
  "name" varchar(60) NOT NULL
);
GRANT SELECT ON "library_instrument" TO hf_tutti_app;

CREATE TABLE "library_ensemble" (
  "id" bigint NOT NULL PRIMARY KEY,
  "name" varchar(120) NOT NULL
);

CREATE TABLE "library_person" (
  "ensemble_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "name" varchar(120) NOT NULL,
  "email" varchar(254) NOT NULL,
  CONSTRAINT "library_person_pkey" PRIMARY KEY ("ensemble_id", "id"),
  CONSTRAINT "library_person_ensemble_fk" FOREIGN KEY ("ensemble_id") REFERENCES "library_ensemble" ("id")
);

CREATE TABLE "library_work" (
  "ensemble_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "title" varchar(200) NOT NULL,
  "composer" varchar(120) NOT NULL,
  "slug" varchar(50) NOT NULL,
  "note" text NOT NULL DEFAULT '',
  CONSTRAINT "library_work_pkey" PRIMARY KEY ("ensemble_id", "id"),
  CONSTRAINT "library_work_ensemble_slug_uniq" UNIQUE ("ensemble_id", "slug"),
  CONSTRAINT "library_work_ensemble_fk" FOREIGN KEY ("ensemble_id") REFERENCES "library_ensemble" ("id")
);

CREATE TABLE "library_part" (
  "ensemble_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "work_id" bigint NOT NULL,
  "instrument_id" integer NOT NULL REFERENCES "library_instrument" ("id"),
  "desk" smallint NOT NULL CHECK ("desk" >= 0),
  CONSTRAINT "library_part_pkey" PRIMARY KEY ("ensemble_id", "id"),
  CONSTRAINT "library_part_work_fk" FOREIGN KEY ("ensemble_id", "work_id")
    REFERENCES "library_work" ("ensemble_id", "id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE "library_copy" (
  "ensemble_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "part_id" bigint NOT NULL,
  "barcode" varchar(20) NOT NULL,
  "marks" text NOT NULL DEFAULT '',
  CONSTRAINT "library_copy_pkey" PRIMARY KEY ("ensemble_id", "id"),
  CONSTRAINT "library_copy_part_fk" FOREIGN KEY ("ensemble_id", "part_id")
    REFERENCES "library_part" ("ensemble_id", "id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE "library_loan" (
  "ensemble_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "copy_id" bigint NOT NULL,
  "person_id" bigint NOT NULL,
  "due" date NOT NULL,
  "returned" date NULL,
  "remark" text NOT NULL DEFAULT '',
  CONSTRAINT "library_loan_pkey" PRIMARY KEY ("ensemble_id", "id"),
  CONSTRAINT "library_loan_copy_fk" FOREIGN KEY ("ensemble_id", "copy_id")
    REFERENCES "library_copy" ("ensemble_id", "id") DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "library_loan_person_fk" FOREIGN KEY ("ensemble_id", "person_id")
    REFERENCES "library_person" ("ensemble_id", "id") DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE "library_concert" (
  "ensemble_id" bigint NOT NULL,
  "id" bigint NOT NULL,
  "day" date NOT NULL,
  "hall" varchar(120) NOT NULL,
  CONSTRAINT "library_concert_pkey" PRIMARY KEY ("ensemble_id", "id"),
  CONSTRAINT "library_concert_ensemble_fk" FOREIGN KEY ("ensemble_id") REFERENCES "library_ensemble" ("id")
);

CREATE TABLE "library_message" (
  "ensemble_id" bigint NOT NULL,
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "text" text NOT NULL,
  CONSTRAINT "library_message_pkey" PRIMARY KEY ("ensemble_id", "id"),
  CONSTRAINT "library_message_ensemble_fk" FOREIGN KEY ("ensemble_id") REFERENCES "library_ensemble" ("id")
);

-- Django: library.0002_row_security (RunSQL)
ALTER TABLE "library_ensemble" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "library_ensemble" FORCE ROW LEVEL SECURITY;
CREATE POLICY "ensemble_isolation" ON "library_ensemble" FOR SELECT
  USING ("id" = NULLIF(current_setting('app.current_ensemble', true), '')::bigint);
GRANT SELECT ON "library_ensemble" TO hf_tutti_app;

DO $$
DECLARE
  t text;
  own text := '("ensemble_id" = NULLIF(current_setting(''app.current_ensemble'', true), '''')::bigint)';
BEGIN
  FOREACH t IN ARRAY ARRAY['person', 'work', 'part', 'copy', 'loan', 'concert', 'message']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', 'library_' || t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', 'library_' || t);
    EXECUTE format('CREATE POLICY "ensemble_isolation" ON %I USING %s WITH CHECK %s',
                   'library_' || t, own, own);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_tutti_app', 'library_' || t);
  END LOOP;
END $$;
