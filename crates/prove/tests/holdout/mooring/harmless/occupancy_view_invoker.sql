-- The same list of berths as a view with the caller's rights: the policies of the tables apply.
CREATE VIEW harbour.berth_occupancy WITH (security_invoker = true) AS
SELECT be.code, v.name AS vessel, s.arrives, s.leaves
FROM harbour.berths be
JOIN harbour.stays s ON s.harbour_id = be.harbour_id AND s.berth_id = be.id
JOIN harbour.vessels v ON v.harbour_id = s.harbour_id AND v.id = s.vessel_id;
GRANT SELECT ON harbour.berth_occupancy TO hf_mooring_app;
