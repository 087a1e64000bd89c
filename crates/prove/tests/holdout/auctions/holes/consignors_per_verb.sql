-- The update policy checks the old row only, so a house can push its consignors into another house.
-- about: consignors
-- as: hf_auctions_app
-- exploit: SET app.house_id = '11111111-1111-1111-1111-111111111111';
-- exploit: UPDATE auc.consignors SET house_id = '22222222-2222-2222-2222-222222222222', code = 'X1';
-- shows: UPDATE 1
DROP POLICY consignors_by_house ON auc.consignors;
CREATE POLICY consignors_read ON auc.consignors FOR SELECT USING (house_id = auc.current_house());
CREATE POLICY consignors_add ON auc.consignors FOR INSERT WITH CHECK (house_id = auc.current_house());
CREATE POLICY consignors_edit ON auc.consignors FOR UPDATE
  USING (house_id = auc.current_house()) WITH CHECK (name <> '');
CREATE POLICY consignors_drop ON auc.consignors FOR DELETE USING (house_id = auc.current_house());
