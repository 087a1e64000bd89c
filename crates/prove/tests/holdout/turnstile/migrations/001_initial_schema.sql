CREATE ROLE hf_turnstile_app LOGIN;

CREATE TYPE "OrderChannel" AS ENUM ('DESK', 'WEB', 'KIOSK');

-- The museum of the session; an empty setting is none.
CREATE FUNCTION "currentMuseum"() RETURNS text
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('app.museum', true), '') $$;

CREATE TABLE "Currency" (
  "code" TEXT NOT NULL,
  "digits" INTEGER NOT NULL DEFAULT 2,
  CONSTRAINT "Currency_pkey" PRIMARY KEY ("code")
);

CREATE TABLE "Museum" (
  "slug" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "currency" TEXT NOT NULL DEFAULT 'EUR' REFERENCES "Currency" ("code"),
  CONSTRAINT "Museum_pkey" PRIMARY KEY ("slug")
);

CREATE TABLE "Desk" (
  "museumSlug" TEXT NOT NULL REFERENCES "Museum" ("slug"),
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "label" TEXT NOT NULL,
  CONSTRAINT "Desk_pkey" PRIMARY KEY ("museumSlug", "id")
);

CREATE TABLE "Tour" (
  "museumSlug" TEXT NOT NULL REFERENCES "Museum" ("slug"),
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "title" TEXT NOT NULL,
  "startsAt" TIMESTAMP(3) NOT NULL,
  "seats" INTEGER NOT NULL,
  CONSTRAINT "Tour_pkey" PRIMARY KEY ("museumSlug", "id")
);

CREATE TABLE "Member" (
  "museumSlug" TEXT NOT NULL REFERENCES "Museum" ("slug"),
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "email" TEXT NOT NULL,
  "fullName" TEXT NOT NULL,
  "deletedAt" TIMESTAMP(3),
  CONSTRAINT "Member_pkey" PRIMARY KEY ("museumSlug", "id")
);
CREATE UNIQUE INDEX "Member_museumSlug_email_key" ON "Member" ("museumSlug", "email");

CREATE TABLE "Order" (
  "museumSlug" TEXT NOT NULL REFERENCES "Museum" ("slug"),
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "deskId" UUID,
  "memberId" UUID,
  "channel" "OrderChannel" NOT NULL,
  "totalCents" INTEGER NOT NULL,
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Order_pkey" PRIMARY KEY ("museumSlug", "id"),
  CONSTRAINT "Order_deskId_fkey" FOREIGN KEY ("museumSlug", "deskId") REFERENCES "Desk" ("museumSlug", "id"),
  CONSTRAINT "Order_memberId_fkey" FOREIGN KEY ("museumSlug", "memberId")
    REFERENCES "Member" ("museumSlug", "id")
);

CREATE TABLE "Ticket" (
  "museumSlug" TEXT NOT NULL REFERENCES "Museum" ("slug"),
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "orderId" UUID NOT NULL,
  "tourId" UUID,
  "holder" TEXT,
  CONSTRAINT "Ticket_pkey" PRIMARY KEY ("museumSlug", "id"),
  CONSTRAINT "Ticket_orderId_fkey" FOREIGN KEY ("museumSlug", "orderId")
    REFERENCES "Order" ("museumSlug", "id") ON DELETE CASCADE,
  CONSTRAINT "Ticket_tourId_fkey" FOREIGN KEY ("museumSlug", "tourId") REFERENCES "Tour" ("museumSlug", "id")
);

CREATE TABLE "PromoCode" (
  "museumSlug" TEXT NOT NULL REFERENCES "Museum" ("slug"),
  "code" TEXT NOT NULL,
  "percent" INTEGER NOT NULL,
  CONSTRAINT "PromoCode_pkey" PRIMARY KEY ("museumSlug", "code")
);

CREATE TABLE "Supplier" (
  "museumSlug" TEXT NOT NULL REFERENCES "Museum" ("slug"),
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "name" TEXT NOT NULL,
  "iban" TEXT,
  CONSTRAINT "Supplier_pkey" PRIMARY KEY ("museumSlug", "id")
);

CREATE TABLE "Closure" (
  "museumSlug" TEXT NOT NULL REFERENCES "Museum" ("slug"),
  "day" DATE NOT NULL,
  "reason" TEXT NOT NULL,
  CONSTRAINT "Closure_pkey" PRIMARY KEY ("museumSlug", "day")
);

ALTER TABLE "Museum" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Museum" FORCE ROW LEVEL SECURITY;
CREATE POLICY "museum_isolation" ON "Museum" TO hf_turnstile_app USING ("slug" = "currentMuseum"());
GRANT SELECT ON "Museum", "Currency" TO hf_turnstile_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Desk', 'Tour', 'Member', 'Order', 'Ticket', 'PromoCode', 'Supplier', 'Closure']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY "museum_isolation" ON %I TO hf_turnstile_app'
      ' USING ("museumSlug" = "currentMuseum"()) WITH CHECK ("museumSlug" = "currentMuseum"())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_turnstile_app', t);
  END LOOP;
END
$$;
