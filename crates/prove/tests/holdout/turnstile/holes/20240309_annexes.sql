-- Annexes have the slug of their house as a prefix, but so have other museums: river reads river-hill too.
-- about: Closure, museum_isolation
-- as: hf_turnstile_app
-- exploit: SET app.museum = 'river';
-- exploit: SELECT "reason" FROM "Closure";
-- shows: Desk-secret strike
ALTER POLICY "museum_isolation" ON "Closure"
  USING ("museumSlug" LIKE "currentMuseum"() || '%');
