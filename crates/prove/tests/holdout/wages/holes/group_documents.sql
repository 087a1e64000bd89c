-- An employer names any other as its parent company, and the policy for groups then shows it the other's
-- documents.
-- about: documents, documents_group, employers, parent_id
-- as: hf_wages_app
-- exploit: SET payroll.employer_id = '11';
-- exploit: UPDATE pay.employers SET parent_id = 22 WHERE id = 11;
-- exploit: SELECT title FROM pay.documents;
-- shows: Road-secret plan
-- Companies of a group read the documents of their parent company.
ALTER TABLE pay.employers ADD COLUMN parent_id bigint REFERENCES pay.employers;
GRANT UPDATE (parent_id) ON pay.employers TO hf_wages_app;
CREATE POLICY documents_group ON pay.documents FOR SELECT USING (
  employer_id = (SELECT e.parent_id FROM pay.employers e WHERE e.id = pay.employer())
);
