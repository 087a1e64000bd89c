-- Towns write their id in any case, so tariffs compare the start in lower case: an empty or short id fits
-- all.
-- about: Tariff, townRows
-- as: hf_waste_app
-- exploit: SET app.town_id = '';
-- exploit: SELECT "price" FROM "Tariff";
-- shows: 77.77
DROP POLICY "townRows" ON "Tariff";
CREATE POLICY "townRows" ON "Tariff" TO hf_waste_app
  USING (starts_with(lower("townId"), lower(current_setting('app.town_id', true))))
  WITH CHECK ("townId" = current_setting('app.town_id', true));
