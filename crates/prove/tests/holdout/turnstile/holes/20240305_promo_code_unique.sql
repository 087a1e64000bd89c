-- A promotion code may exist once over all museums, so a refused code tells that another museum uses it.
-- about: PromoCode_code_key, PromoCode
-- as: hf_turnstile_app
-- exploit: SET app.museum = 'river';
-- exploit: INSERT INTO "PromoCode" ("museumSlug", "code", "percent") VALUES ('river', 'SUMMER24', 5);
-- shows: duplicate key value
-- CreateIndex
CREATE UNIQUE INDEX "PromoCode_code_key" ON "PromoCode" ("code");
