-- Any session may set the support switch by itself, and with it reads the orders of all hospitals.
-- about: MealOrder, supportMode
-- as: hf_mealtrolley_app
-- exploit: SET tenancy.hospital_id = 'ckhospa0001';
-- exploit: SET tenancy.support = 'on';
-- exploit: SELECT "note" FROM "MealOrder";
-- shows: Road-secret note

-- Support staff look at orders of a hospital that calls.
CREATE POLICY "supportMode" ON "MealOrder" FOR SELECT
  USING (current_setting('tenancy.support', true) = 'on');
