-- The index for sign-in makes mail addresses unique over all companies, so a try tells who is a
-- customer elsewhere.
-- about: customers, index_customers_on_lower_email
-- as: hf_toolrent_app
-- exploit: SET rental.company_id = '1';
-- exploit: INSERT INTO customers VALUES (1, 99, 'probe', 'ROAD-SECRET@example.org');
-- shows: duplicate key value violates unique constraint
CREATE UNIQUE INDEX index_customers_on_lower_email ON customers (lower(email));
