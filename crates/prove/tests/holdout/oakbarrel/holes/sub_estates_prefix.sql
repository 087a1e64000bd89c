-- Customers are matched by the beginning of the slug, so an estate reads all whose slug starts with its
-- own.
-- about: customers, customers_by_estate
-- as: hf_oakbarrel_app
-- exploit: SET cellar.estate = 'monte';
-- exploit: SELECT name FROM cellar.customers;
-- shows: Road-secret importer

-- Sub-estates are named after their parent: parent-child.
DROP POLICY customers_by_estate ON cellar.customers;
CREATE POLICY customers_by_estate ON cellar.customers
  USING (estate LIKE NULLIF(current_setting('cellar.estate', true), '') || '%')
  WITH CHECK (estate = current_setting('cellar.estate', true));
