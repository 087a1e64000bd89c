CREATE ROLE hf_ticketing_app LOGIN;

GRANT USAGE ON SCHEMA public TO hf_ticketing_app;

CREATE FUNCTION current_organizer() RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.organizer_id', true), '')
$$;

CREATE TYPE "TicketStatus" AS ENUM ('RESERVED', 'SOLD', 'USED', 'VOID');

CREATE TABLE "Country" (
  "code" char(2) PRIMARY KEY,
  "name" text NOT NULL
);
GRANT SELECT ON "Country" TO hf_ticketing_app;

CREATE TABLE "Organizer" (
  "id" text PRIMARY KEY,
  "name" text NOT NULL,
  "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
ALTER TABLE "Organizer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Organizer" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "Organizer" USING ("id" = current_organizer());
GRANT SELECT ON "Organizer" TO hf_ticketing_app;

CREATE TABLE "Event" (
  "organizerId" text NOT NULL REFERENCES "Organizer" ("id"),
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "title" text NOT NULL,
  "publicToken" text,
  "capacity" integer NOT NULL DEFAULT 0,
  CONSTRAINT "Event_pkey" PRIMARY KEY ("organizerId", "id")
);
ALTER TABLE "Event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Event" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "Event" USING ("organizerId" = current_organizer());
GRANT SELECT, INSERT, UPDATE, DELETE ON "Event" TO hf_ticketing_app;

CREATE TABLE "Customer" (
  "organizerId" text NOT NULL REFERENCES "Organizer" ("id"),
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "email" text NOT NULL,
  "fullName" text,
  CONSTRAINT "Customer_pkey" PRIMARY KEY ("organizerId", "id")
);
CREATE UNIQUE INDEX "Customer_organizerId_email_key" ON "Customer" ("organizerId", "email");
ALTER TABLE "Customer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Customer" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "Customer" USING ("organizerId" = current_organizer());
GRANT SELECT, INSERT, UPDATE, DELETE ON "Customer" TO hf_ticketing_app;

CREATE TABLE "Order" (
  "organizerId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "customerId" text NOT NULL,
  "total" numeric(10,2) NOT NULL DEFAULT 0,
  "note" text,
  CONSTRAINT "Order_pkey" PRIMARY KEY ("organizerId", "id"),
  FOREIGN KEY ("organizerId", "customerId") REFERENCES "Customer" ("organizerId", "id")
);
ALTER TABLE "Order" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Order" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "Order" USING ("organizerId" = current_organizer());
GRANT SELECT, INSERT, UPDATE, DELETE ON "Order" TO hf_ticketing_app;

CREATE TABLE "Ticket" (
  "organizerId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "eventId" text NOT NULL,
  "orderId" text,
  "code" text NOT NULL,
  "status" "TicketStatus" NOT NULL DEFAULT 'RESERVED',
  CONSTRAINT "Ticket_pkey" PRIMARY KEY ("organizerId", "id"),
  FOREIGN KEY ("organizerId", "eventId") REFERENCES "Event" ("organizerId", "id"),
  FOREIGN KEY ("organizerId", "orderId") REFERENCES "Order" ("organizerId", "id")
);
CREATE UNIQUE INDEX "Ticket_organizerId_code_key" ON "Ticket" ("organizerId", "code");
ALTER TABLE "Ticket" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Ticket" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "Ticket" USING ("organizerId" = current_organizer());
GRANT SELECT, INSERT, UPDATE, DELETE ON "Ticket" TO hf_ticketing_app;

CREATE TABLE "Member" (
  "organizerId" text NOT NULL REFERENCES "Organizer" ("id"),
  "login" text NOT NULL,
  "role" text NOT NULL DEFAULT 'seller',
  CONSTRAINT "Member_pkey" PRIMARY KEY ("organizerId", "login")
);
ALTER TABLE "Member" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Member" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "Member" USING ("organizerId" = current_organizer());
GRANT SELECT, INSERT, UPDATE, DELETE ON "Member" TO hf_ticketing_app;

CREATE TABLE "Invitation" (
  "organizerId" text NOT NULL REFERENCES "Organizer" ("id"),
  "email" text NOT NULL,
  "token" text NOT NULL DEFAULT gen_random_uuid()::text,
  "acceptedAt" timestamp(3),
  CONSTRAINT "Invitation_pkey" PRIMARY KEY ("organizerId", "email")
);
ALTER TABLE "Invitation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Invitation" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "Invitation" USING ("organizerId" = current_organizer());
GRANT SELECT, INSERT, UPDATE, DELETE ON "Invitation" TO hf_ticketing_app;

CREATE TABLE "Upload" (
  "organizerId" text NOT NULL REFERENCES "Organizer" ("id"),
  "path" text NOT NULL,
  "meta" jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT "Upload_pkey" PRIMARY KEY ("organizerId", "path")
);
ALTER TABLE "Upload" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Upload" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "Upload" USING ("organizerId" = current_organizer());
GRANT SELECT, INSERT, UPDATE, DELETE ON "Upload" TO hf_ticketing_app;

CREATE TABLE "Payout" (
  "organizerId" text NOT NULL REFERENCES "Organizer" ("id"),
  "month" date NOT NULL,
  "amount" numeric(12,2) NOT NULL,
  "iban" text NOT NULL,
  CONSTRAINT "Payout_pkey" PRIMARY KEY ("organizerId", "month")
);
ALTER TABLE "Payout" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Payout" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "Payout" USING ("organizerId" = current_organizer());
GRANT SELECT, INSERT, UPDATE, DELETE ON "Payout" TO hf_ticketing_app;
