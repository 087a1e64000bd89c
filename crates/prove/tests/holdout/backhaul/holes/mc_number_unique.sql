-- One number of a carrier may now exist only once in the whole system: a clash tells that another has it.
-- about: carriers, mc_number
-- as: hf_backhaul_app
-- exploit: SET app.broker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO tms.carriers (broker_id, mc_number, name) VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'MC777', 'x');
-- shows: duplicate key value
-- The licence number is official, so it is unique.
CREATE UNIQUE INDEX carriers_mc_number_key ON tms.carriers (mc_number);
