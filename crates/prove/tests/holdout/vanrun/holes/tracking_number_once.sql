-- Tracking numbers become unique over all accounts, so a refused number tells that another firm carries it.
-- about: index_parcels_on_tracking_number, parcels
-- as: hf_vanrun_app
-- exploit: SET app.account_id = '1';
-- exploit: INSERT INTO parcels (account_id, customer_id, tracking_number, address)
-- exploit: VALUES (1, 'a2000000-0000-4000-8000-000000000003', 'TN100002', 'x');
-- shows: duplicate key value
ALTER TABLE parcels DROP CONSTRAINT index_parcels_on_account_id_and_tracking_number;
CREATE UNIQUE INDEX index_parcels_on_tracking_number ON parcels (tracking_number);
