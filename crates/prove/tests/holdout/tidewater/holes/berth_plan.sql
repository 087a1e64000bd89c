-- Any port reads the plans of all, because the replaced view lost the option that kept the caller's rights.
-- about: berth_plan, calls, vessels
-- as: hf_tidewater_app
-- exploit: SET tidewater.port_id = '2';
-- exploit: SELECT vessel_name, cargo FROM port.berth_plan;
-- shows: Road-secret cargo
-- The plan shows the cargo as well.
CREATE OR REPLACE VIEW port.berth_plan AS
  SELECT c.port_id, c.berth_no, c.arrives, v.vessel_name, c.cargo
  FROM port.calls c
  JOIN port.vessels v ON v.port_id = c.port_id AND v.imo = c.imo;
