-- The newest reading of each device as a view with its caller's rights.
CREATE VIEW fleet.latest_reading WITH (security_invoker = true) AS
  SELECT DISTINCT ON (t.org_id, t.device_id) t.org_id, t.device_id, t.at, t.reading
  FROM fleet.telemetry t ORDER BY t.org_id, t.device_id, t.at DESC;
GRANT SELECT ON fleet.latest_reading TO hf_vehicles_app;
