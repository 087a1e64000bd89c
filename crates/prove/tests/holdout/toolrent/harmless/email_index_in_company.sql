-- Mail addresses are unique within the company only, so nothing can be learned of others.
CREATE UNIQUE INDEX index_customers_on_lower_email ON customers (company_id, lower(email));
