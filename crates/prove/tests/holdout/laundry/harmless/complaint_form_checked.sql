-- The view for complaints has the check option and does not show the laundry's id, which the default fills.
CREATE VIEW api.complaints WITH (security_barrier = true) AS
SELECT id, order_no, body FROM wash.complaints
WHERE laundry_id = wash.laundry()
WITH CHECK OPTION;
GRANT SELECT, INSERT (order_no, body) ON api.complaints TO hf_laundry_app;
