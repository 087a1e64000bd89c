-- The view is replaced with its option named again, so it keeps the caller's rights.
CREATE OR REPLACE VIEW port.berth_plan WITH (security_invoker = true) AS
  SELECT c.port_id, c.berth_no, c.arrives, v.vessel_name, c.cargo
  FROM port.calls c
  JOIN port.vessels v ON v.port_id = c.port_id AND v.imo = c.imo;
