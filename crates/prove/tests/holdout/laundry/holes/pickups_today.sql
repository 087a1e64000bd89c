-- The view for the driver filters by the day and forgot the laundry, so it shows the addresses of all.
-- about: pickups_today, pickups
-- as: hf_laundry_app
-- exploit: SET wash.laundry = 'a6000000-0000-4000-8000-000000000001';
-- exploit: SELECT address FROM api.pickups_today;
-- shows: Soap-secret road
CREATE VIEW api.pickups_today WITH (security_barrier = true) AS
SELECT p.order_no, p.address, o.remark
FROM wash.pickups p
JOIN wash.orders o ON o.laundry_id = p.laundry_id AND o.order_no = p.order_no
WHERE p.pickup_on = CURRENT_DATE;
GRANT SELECT ON api.pickups_today TO hf_laundry_app;
