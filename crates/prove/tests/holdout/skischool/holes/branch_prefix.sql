-- Branches should be seen by their head school, but the prefix also fits names of schools that are strangers.
-- about: guests, guests_sel
-- as: hf_skischool_app
-- exploit: SET ski.school = 'hill';
-- exploit: SELECT health_note FROM guests;
-- shows: Road-secret knee
DROP POLICY guests_sel ON guests;
CREATE POLICY guests_sel ON guests FOR SELECT USING (school LIKE current_school() || '%');
