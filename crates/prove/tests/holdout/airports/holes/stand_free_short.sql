-- The exclusion of stands is made again for an upgrade, and the airport gets lost: a clash tells of a foreign
-- plan.
-- about: stand_free, stand_plan
-- as: hf_airports_app
-- exploit: SET ops.airport = 'AAA';
-- exploit: UPDATE ops.stand_plan SET during = '[2026-07-01 12:30, 2026-07-01 12:40)';
-- shows: conflicting key value
ALTER TABLE ops.stand_plan DROP CONSTRAINT stand_free;
ALTER TABLE ops.stand_plan ADD CONSTRAINT stand_free EXCLUDE USING gist (stand WITH =, during WITH &&);
