-- A firm reads the photos of another, because the policy leaves the work to the policy of inspections and
-- compares only a number that exists in each firm.
-- about: photos, lift.photos
-- as: hf_cranelog_app
-- exploit: SET crane.firm_id = '11';
-- exploit: SELECT caption FROM lift.photos;
-- shows: Road-secret photo
-- Who sees an inspection sees its photos.
DROP POLICY firm ON lift.photos;
CREATE POLICY firm ON lift.photos
  USING (EXISTS (SELECT 1 FROM lift.inspections i WHERE i.inspection_no = photos.inspection_no))
  WITH CHECK (firm_id = lift.firm());
