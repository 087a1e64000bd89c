-- Tenant A reads offers for houses of B: the join compares the number of the house without the office.
-- about: offers
-- as: hf_estates_app
-- exploit: SET estates.office = 1;
-- exploit: INSERT INTO office.houses VALUES (2, 1, 'bait', 1);
-- exploit: SELECT bidder FROM office.offers;
-- shows: Bidder-secret
DROP VIEW office.offers;
CREATE VIEW office.offers WITH (security_barrier = true) AS
  SELECT o.house_no, o.bidder, o.amount
  FROM data.offers o JOIN data.houses h ON h.house_no = o.house_no
  WHERE h.office_id = data.office();
GRANT SELECT ON office.offers TO hf_estates_app;
