-- Order numbers come from one sequence for all: the next number tells how many orders the others had.
-- about: orders, order_number, orders_order_number_seq
-- as: hf_canteen_app
-- exploit: SET canteen.district = 'north';
-- exploit: INSERT INTO canteen.orders (district_id, school_id, pupil_no, dish_id, served_on) VALUES ('north', 'hill', 1, 'aaaaaaaa-0000-4000-8000-000000000011', '2026-05-05') RETURNING 'no=' || order_number;
-- shows: no=3
-- Parents quote the number when they call.
ALTER TABLE canteen.orders ADD COLUMN order_number bigint GENERATED ALWAYS AS IDENTITY;
