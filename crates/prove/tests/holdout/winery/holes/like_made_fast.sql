-- LIKE was declared leakproof so that searches use the index: a pattern with a bad end fails if a
-- hidden row fits.
-- about: textlike, leakproof
-- as: hf_winery_app
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: SET app.winery_id = 'w_hill';
-- exploit: SELECT count(*) FROM "Customer" WHERE "name" LIKE 'Road-secret\';
-- shows: LIKE pattern must not end with escape character
CREATE INDEX "Customer_name_idx" ON "Customer" ("name" text_pattern_ops);
ALTER FUNCTION pg_catalog.textlike(text, text) LEAKPROOF;
