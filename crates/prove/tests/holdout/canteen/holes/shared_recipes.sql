-- Sharing a recipe should let others read it, but the policy is for all verbs: others may delete it.
-- about: dishes, shared_recipes
-- as: hf_canteen_app
-- exploit: SET canteen.district = 'north';
-- exploit: DELETE FROM canteen.dishes WHERE name = 'Road-secret pie';
-- shows: DELETE 1
ALTER TABLE canteen.dishes ADD COLUMN shared boolean NOT NULL DEFAULT false;
CREATE POLICY shared_recipes ON canteen.dishes
  USING (shared) WITH CHECK (district_id = canteen.cur_district());
