-- Tenant A reads the houses of all offices: a new view for the market has no condition.
-- about: market
-- as: hf_estates_app
-- exploit: SET estates.office = 1;
-- exploit: SELECT address FROM office.market;
-- shows: Lane-secret
CREATE VIEW office.market AS SELECT address, lowest_price FROM data.houses;
GRANT SELECT ON office.market TO hf_estates_app;
