-- Shares are read by the buyer with one policy for all verbs: a buyer writes the share with a seller's
-- listing.
-- about: listing_shares, shared_listing
-- as: hf_marketplace_app
-- exploit: SET app.firm_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: INSERT INTO market.listing_shares VALUES ('bbbbbbbb-0000-0000-0000-000000000001',
-- exploit:   'bbbbbbbb-0000-0000-0000-00000000000c', 'aaaaaaaa-0000-0000-0000-000000000001');
-- exploit: SELECT title FROM market.listings;
-- shows: Plane-secret
CREATE POLICY buyer_side ON market.listing_shares TO hf_marketplace_app USING (buyer_id = market.firm());
CREATE POLICY shared_listing ON market.listings FOR SELECT TO hf_marketplace_app
  USING (EXISTS (SELECT 1 FROM market.listing_shares s
    WHERE s.firm_id = listings.firm_id AND s.listing_id = listings.listing_id AND s.buyer_id =
      market.firm()));
