-- The history of a guest with the caller's rights: the policy keeps it to the orders at the own vendor.
CREATE FUNCTION "customerHistory"(phone TEXT) RETURNS SETOF "Order"
LANGUAGE sql STABLE SECURITY INVOKER
SET search_path = public, pg_temp
AS $$ SELECT o.* FROM "Order" o WHERE o."customerPhone" = phone ORDER BY o."createdAt" DESC LIMIT 50 $$;
REVOKE EXECUTE ON FUNCTION "customerHistory"(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "customerHistory"(TEXT) TO hf_chowline_app;
