-- LIKE copies columns and indexes, but neither row level security nor policies.
-- about: orders_archive
-- as: hf_canteen_app
-- exploit: SET canteen.district = 'north';
-- exploit: SELECT remark FROM canteen.orders_archive;
-- shows: Road-secret old
-- Orders older than a year move here.
CREATE TABLE canteen.orders_archive (LIKE canteen.orders INCLUDING ALL);
GRANT SELECT, INSERT, DELETE ON canteen.orders_archive TO hf_canteen_app;
