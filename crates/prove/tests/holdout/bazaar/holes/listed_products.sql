-- Sellers read each other's listed products with stock and cost, since the policy for the shop window opens
-- the whole row.
-- about: Product, Product_window
-- as: hf_bazaar_app
-- exploit: SET request.jwt.claims = '{"sub":"user_a"}';
-- exploit: SELECT "title", "stock" FROM "Product";
-- shows: Road-secret drone
-- The shop window reads products with the same login.
CREATE POLICY "Product_window" ON "Product" FOR SELECT USING ("listed");
