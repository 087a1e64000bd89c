-- The view for the driver with the laundry in its condition, and a barrier.
CREATE VIEW api.pickups_today WITH (security_barrier = true) AS
SELECT p.order_no, p.address, o.remark
FROM wash.pickups p
JOIN wash.orders o ON o.laundry_id = p.laundry_id AND o.order_no = p.order_no
WHERE p.pickup_on = CURRENT_DATE AND p.laundry_id = wash.laundry();
GRANT SELECT ON api.pickups_today TO hf_laundry_app;
