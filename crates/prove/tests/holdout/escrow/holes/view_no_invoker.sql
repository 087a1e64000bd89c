-- The view is replaced without its options, so it reads with the rights of a role above the policies.
-- about: open_deals
-- as: hf_escrow_reporting
-- exploit: SET app.agency = 'acorn';
-- exploit: SELECT title FROM escrow.open_deals;
-- shows: Road-secret mill
-- The list of open deals shows the names of both sides as well.
DROP VIEW escrow.open_deals;
CREATE VIEW escrow.open_deals WITH (security_barrier = true) AS
  SELECT d.agency, d.deal_ref, d.title, d.price_cents, b.full_name AS buyer, s.full_name AS seller
  FROM escrow.deals d
  JOIN escrow.parties b ON b.agency = d.agency AND b.party_ref = d.buyer_ref
  JOIN escrow.parties s ON s.agency = d.agency AND s.party_ref = d.seller_ref
  WHERE d.state IN ('open', 'funded') AND d.archived_at IS NULL;
GRANT SELECT ON escrow.open_deals TO hf_escrow_app, hf_escrow_reporting;
