-- Any clinic can read every document that was ever shared, because the policy asks whether a code exists
-- and not whether the visitor has it.
-- about: documents
-- as: hf_carebeacon_app
-- exploit: SET app.clinic_id = 'a1c00000-0000-4000-8000-00000000000a';
-- exploit: SELECT content FROM care.documents;
-- shows: Road-secret letter
CREATE POLICY documents_shared ON care.documents FOR SELECT TO hf_carebeacon_app
  USING (share_code IS NOT NULL);
