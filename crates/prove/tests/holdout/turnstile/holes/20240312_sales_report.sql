-- The report takes the museum as an argument, runs as its owner, and nobody compares it with the session.
-- about: salesReport, Order
-- as: hf_turnstile_app
-- exploit: SET app.museum = 'river';
-- exploit: SELECT * FROM "salesReport"('river-hill', '2024-01-01', '2025-01-01');
-- shows: 93177
CREATE FUNCTION "salesReport"("slug" TEXT, "from" DATE, "to" DATE)
RETURNS TABLE ("day" DATE, "channel" "OrderChannel", "cents" BIGINT)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT o."createdAt"::date, o."channel", sum(o."totalCents")
  FROM "Order" o
  WHERE o."museumSlug" = $1 AND o."createdAt" >= $2 AND o."createdAt" < $3
  GROUP BY 1, 2
  ORDER BY 1, 2
$$;
REVOKE ALL ON FUNCTION "salesReport"(TEXT, DATE, DATE) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "salesReport"(TEXT, DATE, DATE) TO hf_turnstile_app;
