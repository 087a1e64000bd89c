-- Orders are numbered by a counter of each organiser, which lies behind the same row level security.
CREATE TABLE "OrderCounter" (
  "organizerId" text NOT NULL REFERENCES "Organizer" ("id"),
  "lastNumber" integer NOT NULL DEFAULT 0,
  CONSTRAINT "OrderCounter_pkey" PRIMARY KEY ("organizerId")
);
ALTER TABLE "OrderCounter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OrderCounter" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "OrderCounter" USING ("organizerId" = current_organizer());
GRANT SELECT, INSERT, UPDATE, DELETE ON "OrderCounter" TO hf_ticketing_app;
ALTER TABLE "Order" ADD COLUMN "number" integer;
