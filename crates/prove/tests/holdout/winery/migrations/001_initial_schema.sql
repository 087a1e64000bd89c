-- Wineries share the tables; names are those of the object mapper's models, ids are texts.
CREATE ROLE hf_winery_app LOGIN;
GRANT USAGE ON SCHEMA public TO hf_winery_app;

CREATE TYPE "OrderStatus" AS ENUM ('DRAFT', 'SENT', 'PAID');

CREATE TABLE "Winery" (
  "id" text PRIMARY KEY,
  "name" text NOT NULL,
  "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE "Grape" (
  "code" text PRIMARY KEY,
  "label" text NOT NULL
);

CREATE TABLE "Vineyard" (
  "wineryId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "name" text NOT NULL,
  "hectares" double precision,
  CONSTRAINT "Vineyard_pkey" PRIMARY KEY ("wineryId", "id"),
  CONSTRAINT "Vineyard_wineryId_fkey" FOREIGN KEY ("wineryId") REFERENCES "Winery" ("id") ON UPDATE CASCADE
);

CREATE TABLE "Wine" (
  "wineryId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "name" text NOT NULL,
  "grape" text NOT NULL REFERENCES "Grape" ("code"),
  "year" integer NOT NULL,
  "vineyardId" text,
  CONSTRAINT "Wine_pkey" PRIMARY KEY ("wineryId", "id"),
  CONSTRAINT "Wine_vineyard_fkey" FOREIGN KEY ("wineryId", "vineyardId")
    REFERENCES "Vineyard" ("wineryId", "id")
);

CREATE TABLE "Barrel" (
  "wineryId" text NOT NULL REFERENCES "Winery" ("id"),
  "nr" integer NOT NULL,
  "wineId" text,
  "litres" integer NOT NULL DEFAULT 225,
  CONSTRAINT "Barrel_pkey" PRIMARY KEY ("wineryId", "nr"),
  CONSTRAINT "Barrel_wine_fkey" FOREIGN KEY ("wineryId", "wineId") REFERENCES "Wine" ("wineryId", "id")
);

CREATE TABLE "TastingNote" (
  "wineryId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "wineId" text NOT NULL,
  "body" text NOT NULL,
  "embargoUntil" date,
  CONSTRAINT "TastingNote_pkey" PRIMARY KEY ("wineryId", "id"),
  CONSTRAINT "TastingNote_wine_fkey" FOREIGN KEY ("wineryId", "wineId") REFERENCES "Wine" ("wineryId", "id")
);

CREATE TABLE "Customer" (
  "wineryId" text NOT NULL REFERENCES "Winery" ("id"),
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "name" text NOT NULL,
  "email" text,
  CONSTRAINT "Customer_pkey" PRIMARY KEY ("wineryId", "id")
);

CREATE TABLE "Order" (
  "wineryId" text NOT NULL,
  "nr" integer NOT NULL,
  "customerId" text NOT NULL,
  "status" "OrderStatus" NOT NULL DEFAULT 'DRAFT',
  "remark" text,
  CONSTRAINT "Order_pkey" PRIMARY KEY ("wineryId", "nr"),
  CONSTRAINT "Order_customer_fkey" FOREIGN KEY ("wineryId", "customerId")
    REFERENCES "Customer" ("wineryId", "id")
);

CREATE TABLE "OrderLine" (
  "wineryId" text NOT NULL,
  "orderNr" integer NOT NULL,
  "wineId" text NOT NULL,
  "bottles" integer NOT NULL,
  CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("wineryId", "orderNr", "wineId"),
  CONSTRAINT "OrderLine_order_fkey" FOREIGN KEY ("wineryId", "orderNr")
    REFERENCES "Order" ("wineryId", "nr") ON DELETE CASCADE,
  CONSTRAINT "OrderLine_wine_fkey" FOREIGN KEY ("wineryId", "wineId") REFERENCES "Wine" ("wineryId", "id")
);

ALTER TABLE "Winery" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Winery" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "Winery" FOR SELECT
  USING ("id" = NULLIF(current_setting('app.winery_id', TRUE), ''));
GRANT SELECT ON "Winery", "Grape" TO hf_winery_app;

DO $$
DECLARE
  model text;
BEGIN
  FOREACH model IN ARRAY ARRAY['Vineyard', 'Wine', 'Barrel', 'TastingNote', 'Customer', 'Order', 'OrderLine']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', model);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', model);
    EXECUTE format($p$CREATE POLICY tenant_isolation ON %I
      USING ("wineryId" = NULLIF(current_setting('app.winery_id', TRUE), ''))$p$, model);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_winery_app', model);
  END LOOP;
END
$$;
