-- The view lets the caller write the laundry's id and has no check option: complaints go into other
-- laundries.
-- about: complaints
-- as: hf_laundry_app
-- exploit: SET wash.laundry = 'a6000000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO api.complaints (laundry_id, order_no, body)
-- exploit: VALUES ('b6000000-0000-4000-8000-000000000001', 1, 'x');
-- shows: INSERT 0 1
CREATE VIEW api.complaints WITH (security_barrier = true) AS
SELECT laundry_id, id, order_no, body FROM wash.complaints
WHERE laundry_id = wash.laundry();
GRANT SELECT, INSERT ON api.complaints TO hf_laundry_app;
