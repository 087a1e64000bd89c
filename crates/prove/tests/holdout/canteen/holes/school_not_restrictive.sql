-- The policy for the school was made anew without AS RESTRICTIVE: it widens the rows now.
-- about: orders, school
-- as: hf_canteen_app
-- exploit: SET canteen.district = 'north';
-- exploit: SELECT remark FROM canteen.orders;
-- shows: Road-secret remark
-- Orders without a canteen are picked up at the head kitchen.
DROP POLICY school ON canteen.orders;
CREATE POLICY school ON canteen.orders
  USING (canteen.cur_school() IS NULL OR school_id IN (canteen.cur_school(), 'head-kitchen'));
