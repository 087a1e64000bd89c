-- Tenders without a department are for the whole house, but the policy says for every house.
-- about: tenders, whole_house
-- as: hf_procure_app
-- exploit: SET request.user_id = '13';
-- exploit: SELECT title FROM proc.tenders;
-- shows: Road-secret school
CREATE POLICY whole_house ON proc.tenders FOR SELECT USING (department IS NULL AND proc.me() IS NOT NULL);
