-- Air quality networks. The names are those of the object mapper, hence the quotes.
CREATE ROLE hf_breathmap_app LOGIN;

CREATE FUNCTION current_network() RETURNS text
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('request.network_id', true), '') $$;

CREATE TABLE "Network" (
  "id" text PRIMARY KEY,
  "title" text NOT NULL
);

CREATE TABLE "Pollutant" ("code" text PRIMARY KEY, "unit" text NOT NULL);

CREATE TABLE "Station" (
  "networkId" text NOT NULL REFERENCES "Network",
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "title" text NOT NULL,
  "tile" text NOT NULL,
  PRIMARY KEY ("networkId", "id")
);

CREATE TABLE "Sensor" (
  "networkId" text NOT NULL REFERENCES "Network",
  "eui" text NOT NULL,
  "stationId" text NOT NULL,
  PRIMARY KEY ("networkId", "eui"),
  FOREIGN KEY ("networkId", "stationId") REFERENCES "Station" ("networkId", "id") ON DELETE CASCADE
);

CREATE TABLE "Reading" (
  "networkId" text NOT NULL REFERENCES "Network",
  "eui" text NOT NULL,
  "takenAt" timestamptz NOT NULL,
  "pollutant" text NOT NULL REFERENCES "Pollutant",
  "value" numeric NOT NULL,
  "remark" text,
  PRIMARY KEY ("networkId", "eui", "takenAt"),
  FOREIGN KEY ("networkId", "eui") REFERENCES "Sensor" ("networkId", "eui")
) PARTITION BY RANGE ("takenAt");
CREATE TABLE "Reading_2026_01" PARTITION OF "Reading" FOR VALUES FROM ('2026-01-01Z') TO ('2026-02-01Z');
CREATE TABLE "Reading_2026_02" PARTITION OF "Reading" FOR VALUES FROM ('2026-02-01Z') TO ('2026-03-01Z');
CREATE TABLE "Reading_rest" PARTITION OF "Reading" DEFAULT;

CREATE TABLE "ApiKey" (
  "networkId" text NOT NULL REFERENCES "Network",
  "prefix" text NOT NULL,
  "label" text NOT NULL,
  "secretHash" text NOT NULL,
  PRIMARY KEY ("networkId", "prefix")
);

CREATE TABLE "Webhook" (
  "networkId" text NOT NULL REFERENCES "Network",
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "payload" jsonb NOT NULL,
  "takenBy" text,
  PRIMARY KEY ("networkId", "id")
);

CREATE TABLE "Export" (
  "networkId" text NOT NULL REFERENCES "Network",
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "csv" text NOT NULL,
  PRIMARY KEY ("networkId", "id")
);

CREATE TABLE "Annotation" (
  "networkId" text NOT NULL REFERENCES "Network",
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "body" text NOT NULL,
  "author" text NOT NULL,
  "published" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("networkId", "id")
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Station', 'Sensor', 'Reading', 'ApiKey', 'Webhook', 'Export'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING ("networkId" = current_network())
      WITH CHECK ("networkId" = current_network())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_breathmap_app', t);
  END LOOP;
END $$;

ALTER TABLE "Network" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Network" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Network" USING ("id" = current_network());

-- Annotations: the network always, and then either published or one's own.
ALTER TABLE "Annotation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Annotation" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "Annotation" AS RESTRICTIVE
  USING ("networkId" = current_network()) WITH CHECK ("networkId" = current_network());
CREATE POLICY published ON "Annotation" FOR SELECT USING ("published");
CREATE POLICY author ON "Annotation" USING ("author" = current_setting('request.user', true));

GRANT SELECT ON "Network", "Pollutant" TO hf_breathmap_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Annotation" TO hf_breathmap_app;
