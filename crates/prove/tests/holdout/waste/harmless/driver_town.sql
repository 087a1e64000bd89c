-- A driver is copied to the other routes of the same code in the same town, under the caller's rights.
CREATE FUNCTION "sameDriver"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Route" SET "driver" = NEW."driver"
    WHERE "townId" = NEW."townId" AND "code" = NEW."code" AND "driver" IS DISTINCT FROM NEW."driver";
  RETURN NULL;
END $$;
CREATE TRIGGER "sameDriver" AFTER UPDATE OF "driver" ON "Route"
  FOR EACH ROW WHEN (OLD."driver" IS DISTINCT FROM NEW."driver") EXECUTE FUNCTION "sameDriver"();
