-- A login sees the shelves of dealers who never joined the network, as the new column is true by default.
-- about: stock, stock_network
-- as: hf_partsbin_app
-- exploit: SET parts.dealer_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT shelf, pieces FROM parts.stock;
-- shows: Road-secret shelf
ALTER TABLE parts.stock ADD COLUMN in_network boolean NOT NULL DEFAULT true;
CREATE POLICY stock_network ON parts.stock FOR SELECT
  USING (in_network AND parts.dealer() IS NOT NULL);
