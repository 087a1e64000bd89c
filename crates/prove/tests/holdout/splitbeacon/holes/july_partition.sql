-- The new partition may be read directly by the loader's login and has no policy of its own.
-- about: exposures_2025_07, exposures
-- as: hf_splitbeacon_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT subject FROM exp.exposures_2025_07;
-- shows: Road-secret visitor
CREATE TABLE exp.exposures_2025_07 PARTITION OF exp.exposures
  FOR VALUES FROM ('2025-07-01') TO ('2025-08-01');
-- The loader copies straight into the month, which is twice as fast.
GRANT SELECT, INSERT ON exp.exposures_2025_07 TO hf_splitbeacon_app;
