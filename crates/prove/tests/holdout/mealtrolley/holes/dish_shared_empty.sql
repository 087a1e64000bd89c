-- A dish that is shared with nobody counts as shared with everybody, since containment of an empty list is
-- true.
-- about: Dish, sharedDishes
-- as: hf_mealtrolley_app
-- exploit: SET tenancy.hospital_id = 'ckhospa0001';
-- exploit: SELECT "recipe" FROM "Dish";
-- shows: Road-secret recipe

-- Dishes may be shared with hospitals of the same group.
CREATE POLICY "sharedDishes" ON "Dish" FOR SELECT
  USING ("sharedWith" <@ ARRAY[current_setting('tenancy.hospital_id', true)]);
