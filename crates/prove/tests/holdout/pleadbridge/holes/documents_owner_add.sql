-- Documents may be filed under a case of any office, as the new insert policy knows only the owner of the
-- file.
-- about: documents, documents_own
-- as: hf_pleadbridge_app
-- exploit: SET request.jwt.claims = '{"sub": "5a000000-0000-4000-8000-0000000000a1"}';
-- exploit: INSERT INTO aid.documents (office_id, case_no, path, body)
-- exploit:   VALUES ('south', 40, 'planted.txt', 'fake');
-- shows: INSERT 0 1

-- Uploads failed for staff on loan.
CREATE POLICY documents_own ON aid.documents FOR INSERT WITH CHECK (owner_id = aid.user_id());
