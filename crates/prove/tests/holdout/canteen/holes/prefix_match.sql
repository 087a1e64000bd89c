-- Districts are matched by their beginning, so north also reads northvale.
-- about: pupils, district
-- as: hf_canteen_app
-- exploit: SET canteen.district = 'north';
-- exploit: SELECT full_name FROM canteen.pupils;
-- shows: Road-secret Pupil
-- Large districts are split into parts (north-east, north-west) whose head office sees all.
DROP POLICY district ON canteen.pupils;
CREATE POLICY district ON canteen.pupils
  USING (district_id LIKE canteen.cur_district() || '%')
  WITH CHECK (district_id = canteen.cur_district());
