-- The policy for the kiosk lacks its role, so it also opens the published sales of all houses to the
-- application.
-- about: sales
-- as: hf_auctions_app
-- exploit: SET app.house_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT title FROM auc.sales;
-- shows: Road-secret sale
-- The kiosk in the town hall shows what is on everywhere.
GRANT USAGE ON SCHEMA auc TO hf_auctions_kiosk;
GRANT SELECT (title, opens_at, status) ON auc.sales TO hf_auctions_kiosk;
CREATE POLICY sales_kiosk ON auc.sales FOR SELECT USING (status = 'published');
