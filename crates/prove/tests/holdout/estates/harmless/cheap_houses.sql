-- A view over a view that keeps to the office.
CREATE VIEW office.cheap_houses WITH (security_barrier = true) AS
  SELECT house_no, address FROM office.houses WHERE lowest_price < 100000;
GRANT SELECT ON office.cheap_houses TO hf_estates_app;
