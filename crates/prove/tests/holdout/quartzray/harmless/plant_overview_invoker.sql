-- An overview of plants that reads with the rights of the caller, so row security holds: harmless.
CREATE VIEW solar.plant_overview_2 WITH (security_invoker = true) AS
  SELECT p.plant_id, p.name, p.peak_kw, count(i.inverter_id) AS inverters
  FROM solar.plants p LEFT JOIN solar.inverters i USING (operator_id, plant_id)
  GROUP BY p.plant_id, p.name, p.peak_kw;
GRANT SELECT ON solar.plant_overview_2 TO hf_quartzray_app;
