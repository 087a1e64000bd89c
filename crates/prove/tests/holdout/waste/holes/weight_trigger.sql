-- A route's driver is shared by the code of the route: the trigger copies it to all routes of that code.
-- about: sameDriver, Route
-- as: hf_waste_app
-- exploit: SET app.town_id = 'aford';
-- exploit: UPDATE "Route" SET "driver" = 'mallory';
-- shows: changed 1 further routes
CREATE FUNCTION "sameDriver"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_count integer;
BEGIN
  UPDATE "Route" SET "driver" = NEW."driver"
    WHERE "code" = NEW."code" AND "driver" IS DISTINCT FROM NEW."driver";
  GET DIAGNOSTICS v_count = ROW_COUNT;
  IF v_count > 0 THEN
    RAISE NOTICE 'changed % further routes', v_count;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION "sameDriver"() FROM PUBLIC;
CREATE TRIGGER "sameDriver" AFTER UPDATE OF "driver" ON "Route"
  FOR EACH ROW WHEN (OLD."driver" IS DISTINCT FROM NEW."driver") EXECUTE FUNCTION "sameDriver"();
