-- A materialized view keeps no row security: every operator reads the yields of all plants.
-- about: plant_yield, readings, inverters
-- as: hf_quartzray_app
-- exploit: SET solar.operator_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT * FROM solar.plant_yield;
-- shows: Ridge-secret plant
CREATE MATERIALIZED VIEW solar.plant_yield AS
  SELECT p.operator_id, p.plant_id, p.name, date_trunc('day', r.taken_at) AS day, sum(r.watts) AS watts
  FROM solar.readings r
  JOIN solar.inverters i USING (operator_id, inverter_id)
  JOIN solar.plants p USING (operator_id, plant_id)
  GROUP BY 1, 2, 3, 4;
CREATE UNIQUE INDEX ON solar.plant_yield (operator_id, plant_id, day);
GRANT SELECT ON solar.plant_yield TO hf_quartzray_app;
