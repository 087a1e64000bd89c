-- Tenant A reads the wish lists of all stores: the new table has a policy, but row security is off.
-- about: wishlists
-- as: ho_webshop_app
-- exploit: SET app.store = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO shop.wishlists VALUES ('bbbbbbbb-0000-4000-8000-000000000000', 'buyer-secret',
-- exploit: 'S1');
-- exploit: SELECT buyer FROM shop.wishlists;
-- shows: buyer-secret
CREATE TABLE shop.wishlists (
  store_id uuid NOT NULL REFERENCES shop.stores, buyer text NOT NULL, sku text NOT NULL,
  PRIMARY KEY (store_id, buyer, sku));
CREATE POLICY store ON shop.wishlists USING (store_id = nullif(current_setting('app.store', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON shop.wishlists TO ho_webshop_app;
