-- Unblocking got an UPDATE policy without the company: one statement without WHERE unblocks and
-- renames them all.
-- about: customers, unblock
-- as: hf_toolrent_app
-- exploit: SET rental.company_id = '1';
-- exploit: UPDATE customers SET name = 'overwritten';
-- exploit: SET rental.company_id = '2';
-- exploit: SELECT 'name is ' || name FROM customers;
-- shows: name is overwritten
CREATE POLICY unblock ON customers FOR UPDATE USING (NOT blocked) WITH CHECK (NOT blocked);
