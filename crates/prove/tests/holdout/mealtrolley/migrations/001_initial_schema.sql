-- Tables and columns are named as the models of the client are.
CREATE ROLE hf_mealtrolley_app LOGIN;

CREATE TABLE "Allergen" (
  "code" text PRIMARY KEY,
  "label" text NOT NULL
);
GRANT SELECT ON "Allergen" TO hf_mealtrolley_app;

CREATE TABLE hospitals (
  "id" text PRIMARY KEY,
  "name" text NOT NULL
);

CREATE TABLE "Ward" (
  "hospitalId" text NOT NULL REFERENCES hospitals ("id"),
  "code" text NOT NULL,
  "beds" integer NOT NULL,
  PRIMARY KEY ("hospitalId", "code")
);

CREATE TABLE "Patient" (
  "hospitalId" text NOT NULL,
  "chartNo" integer NOT NULL,
  "wardCode" text NOT NULL,
  "fullName" text NOT NULL,
  "allergens" text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY ("hospitalId", "chartNo"),
  FOREIGN KEY ("hospitalId", "wardCode") REFERENCES "Ward" ("hospitalId", "code")
);

CREATE TABLE "DietPlan" (
  "hospitalId" text NOT NULL,
  "chartNo" integer NOT NULL,
  "startsOn" date NOT NULL,
  "diagnosis" text NOT NULL,
  "kcal" integer NOT NULL CHECK ("kcal" > 0),
  PRIMARY KEY ("hospitalId", "chartNo", "startsOn"),
  FOREIGN KEY ("hospitalId", "chartNo") REFERENCES "Patient" ("hospitalId", "chartNo") ON DELETE CASCADE
);

CREATE TABLE "Dish" (
  "hospitalId" text NOT NULL REFERENCES hospitals ("id"),
  "slug" text NOT NULL,
  "recipe" text NOT NULL,
  "sharedWith" text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY ("hospitalId", "slug")
);

CREATE TABLE "MealOrder" (
  "hospitalId" text NOT NULL,
  "orderNo" integer NOT NULL,
  "chartNo" integer NOT NULL,
  "dishSlug" text NOT NULL,
  "state" text NOT NULL DEFAULT 'ordered',
  "note" text,
  PRIMARY KEY ("hospitalId", "orderNo"),
  FOREIGN KEY ("hospitalId", "chartNo") REFERENCES "Patient" ("hospitalId", "chartNo"),
  FOREIGN KEY ("hospitalId", "dishSlug") REFERENCES "Dish" ("hospitalId", "slug")
);

CREATE TABLE "Feedback" (
  "hospitalId" text NOT NULL REFERENCES hospitals ("id"),
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "stars" integer NOT NULL CHECK ("stars" BETWEEN 1 AND 5),
  "comment" text,
  PRIMARY KEY ("hospitalId", "id")
);

CREATE TABLE "TrayTag" (
  "hospitalId" text NOT NULL REFERENCES hospitals ("id"),
  "tag" text NOT NULL,
  "wardCode" text NOT NULL,
  PRIMARY KEY ("hospitalId", "tag"),
  FOREIGN KEY ("hospitalId", "wardCode") REFERENCES "Ward" ("hospitalId", "code")
);

CREATE TABLE "MenuLink" (
  "hospitalId" text NOT NULL REFERENCES hospitals ("id"),
  "token" text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
  "menu" text NOT NULL,
  PRIMARY KEY ("hospitalId", "token")
);

CREATE TABLE "AuditEvent" (
  "hospitalId" text NOT NULL REFERENCES hospitals ("id"),
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "kind" text NOT NULL,
  "payload" jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY ("hospitalId", "id")
);

ALTER TABLE hospitals ENABLE ROW LEVEL SECURITY;
ALTER TABLE hospitals FORCE ROW LEVEL SECURITY;
CREATE POLICY hospital_self ON hospitals FOR SELECT
  USING ("id" = NULLIF(current_setting('tenancy.hospital_id', true), ''));
GRANT SELECT ON hospitals TO hf_mealtrolley_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Ward', 'Patient', 'DietPlan', 'Dish', 'MealOrder', 'Feedback', 'TrayTag',
    'MenuLink', 'AuditEvent']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "tenantIsolation" ON %I '
      'USING ("hospitalId" = NULLIF(current_setting(''tenancy.hospital_id'', true), '''')) '
      'WITH CHECK ("hospitalId" = NULLIF(current_setting(''tenancy.hospital_id'', true), ''''))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO hf_mealtrolley_app', t);
    -- What happened stays written down.
    IF t <> 'AuditEvent' THEN
      EXECUTE format('GRANT UPDATE, DELETE ON %I TO hf_mealtrolley_app', t);
    END IF;
  END LOOP;
END
$$;
