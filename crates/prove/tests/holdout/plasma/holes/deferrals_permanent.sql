-- Permanent deferrals are readable by all centres, with their medical remarks.
-- about: deferrals, permanent
-- as: hf_plasma_app
-- exploit: SET blood.centre_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT remark FROM blood.deferrals;
-- shows: Road-secret remark
CREATE POLICY permanent ON blood.deferrals FOR SELECT USING (permanent);
