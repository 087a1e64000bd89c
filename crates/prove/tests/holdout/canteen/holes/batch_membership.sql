-- The application may become the batch role, which no row policy binds.
-- about: hf_canteen_batch, wallet_entries, pupils, orders, schools
-- as: hf_canteen_app
-- exploit: SET canteen.district = 'north';
-- exploit: SET ROLE hf_canteen_batch;
-- exploit: SELECT reason FROM canteen.wallet_entries;
-- shows: Road-secret top-up
-- The batch moves into the application's worker.
GRANT hf_canteen_batch TO hf_canteen_app;
