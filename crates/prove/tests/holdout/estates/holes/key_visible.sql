-- Tenant A moves its houses to another office: the view shows the key now, and has no check option.
-- about: houses
-- as: hf_estates_app
-- exploit: SET estates.office = 1;
-- exploit: DELETE FROM office.visits; DELETE FROM office.offers; DELETE FROM office.houses;
-- exploit: INSERT INTO office.houses VALUES (7, 1, 'x', 1);
-- exploit: UPDATE office.houses SET office_id = 2;
-- shows: UPDATE 1
DROP VIEW office.houses;
CREATE VIEW office.houses WITH (security_barrier = true) AS
  SELECT house_no, owner_no, address, lowest_price, office_id
  FROM data.houses WHERE office_id = data.office();
GRANT SELECT, INSERT, UPDATE, DELETE ON office.houses TO hf_estates_app;
