-- harmless: the archive gets row level security and the policy of the orders.
CREATE TABLE canteen.orders_archive (LIKE canteen.orders INCLUDING ALL);
ALTER TABLE canteen.orders_archive ENABLE ROW LEVEL SECURITY;
ALTER TABLE canteen.orders_archive FORCE ROW LEVEL SECURITY;
CREATE POLICY district ON canteen.orders_archive USING (district_id = canteen.cur_district())
  WITH CHECK (district_id = canteen.cur_district());
CREATE POLICY school ON canteen.orders_archive AS RESTRICTIVE
  USING (canteen.cur_school() IS NULL OR school_id = canteen.cur_school());
GRANT SELECT, INSERT, DELETE ON canteen.orders_archive TO hf_canteen_app;
