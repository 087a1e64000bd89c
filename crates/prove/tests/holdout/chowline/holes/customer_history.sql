-- The history of a guest is found by telephone number with the owner's rights, over all vendors' orders.
-- about: customerHistory, Order
-- as: hf_chowline_app
-- exploit: SET app.vendor_id = 'ven_1';
-- exploit: SELECT "customerName", "status" FROM "customerHistory"('555-200');
-- shows: Road-secret Guest
CREATE FUNCTION "customerHistory"(phone TEXT) RETURNS SETOF "Order"
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$ SELECT o.* FROM "Order" o WHERE o."customerPhone" = phone ORDER BY o."createdAt" DESC LIMIT 50 $$;
REVOKE EXECUTE ON FUNCTION "customerHistory"(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "customerHistory"(TEXT) TO hf_chowline_app;
