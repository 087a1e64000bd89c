-- The key of a request is looked up without its organiser: a key that another one used brings back his
-- response.
-- about: IdempotencyKey, replay
-- as: hf_ticketing_app
-- exploit: SET app.organizer_id = 'orghill';
-- exploit: SELECT replay('order-1');
-- shows: Road-secret card
CREATE TABLE "IdempotencyKey" (
  "key" text PRIMARY KEY,
  "organizerId" text NOT NULL REFERENCES "Organizer" ("id"),
  "response" jsonb NOT NULL
);
ALTER TABLE "IdempotencyKey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "IdempotencyKey" FORCE ROW LEVEL SECURITY;
CREATE FUNCTION replay(p_key text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT "response" FROM "IdempotencyKey" WHERE "key" = p_key
$$;
