-- The list of schools for the sign-up page is open with all columns to all districts.
-- about: schools, pick
-- as: hf_canteen_app
-- exploit: SET canteen.district = 'north';
-- exploit: SELECT name, contact FROM canteen.schools;
-- shows: Road-secret contact
-- Parents choose their school before they have an account.
CREATE POLICY pick ON canteen.schools FOR SELECT USING (true);
