-- A second permissive policy for referrals is joined by OR: notes for referral are read by everybody.
-- about: treatments, referral_notes
-- as: hf_vetcare_app
-- exploit: SET vet.practice_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT note FROM vet.treatments;
-- shows: Road-secret note
CREATE POLICY referral_notes ON vet.treatments FOR SELECT TO hf_vetcare_app USING (for_referral);
