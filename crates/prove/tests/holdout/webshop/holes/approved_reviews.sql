-- Tenant A rewrites and deletes every approved review.
-- about: reviews
-- as: ho_webshop_app
-- exploit: SET app.store = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: DELETE FROM shop.reviews;
-- shows: DELETE 2
CREATE POLICY approved ON shop.reviews USING (approved);
