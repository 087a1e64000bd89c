-- Tags of garments become unique over all laundries, so a refused tag tells that another laundry has it.
-- about: garments_tag_key, garments
-- as: hf_laundry_app
-- exploit: SET wash.laundry = 'a6000000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO api.garments (tag, order_no) VALUES ('T-7777', 1);
-- shows: duplicate key value
-- The scanner finds a garment by its tag alone.
CREATE UNIQUE INDEX garments_tag_key ON wash.garments (tag);
