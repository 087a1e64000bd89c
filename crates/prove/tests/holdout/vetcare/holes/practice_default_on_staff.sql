-- Without a setting the policy compares the column with itself, so a request with no identity sees all staff.
-- about: staff, own_rows
-- as: hf_vetcare_app
-- exploit: SELECT name FROM vet.staff;
-- shows: Road-secret vet
DROP POLICY own_rows ON vet.staff;
CREATE POLICY own_rows ON vet.staff USING (practice_id = coalesce(vet.practice(), practice_id));
