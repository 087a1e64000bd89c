-- The search index over tickets and members is a materialized view, and those know no row level security.
-- about: SearchIndex, Ticket, Tour
-- as: hf_turnstile_app
-- exploit: SET app.museum = 'river';
-- exploit: SELECT "text" FROM "SearchIndex" WHERE "tsv" @@ to_tsquery('simple', 'holder');
-- shows: Desk-secret holder
CREATE MATERIALIZED VIEW "SearchIndex" AS
SELECT t."museumSlug", t."id", t."holder" || ' ' || coalesce(u."title", '') AS "text",
  to_tsvector('simple', coalesce(t."holder", '') || ' ' || coalesce(u."title", '')) AS "tsv"
FROM "Ticket" t
LEFT JOIN "Tour" u ON u."museumSlug" = t."museumSlug" AND u."id" = t."tourId";
CREATE INDEX "SearchIndex_tsv_idx" ON "SearchIndex" USING gin ("tsv");
GRANT SELECT ON "SearchIndex" TO hf_turnstile_app;
