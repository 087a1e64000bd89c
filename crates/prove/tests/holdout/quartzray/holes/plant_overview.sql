-- The overview is an ordinary view: it reads with the rights of its owner and shows all operators' plants.
-- about: plant_overview, plants
-- as: hf_quartzray_app
-- exploit: SET solar.operator_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT * FROM solar.plant_overview;
-- shows: Ridge-secret plant
CREATE VIEW solar.plant_overview AS
  SELECT p.plant_id, p.name, p.peak_kw, count(i.inverter_id) AS inverters
  FROM solar.plants p LEFT JOIN solar.inverters i USING (operator_id, plant_id)
  GROUP BY p.plant_id, p.name, p.peak_kw;
GRANT SELECT ON solar.plant_overview TO hf_quartzray_app;
