-- Everybody reads the documents: the grant went to PUBLIC with a policy for the outside.
-- about: documents
-- as: ho_hr_viewer
-- exploit: SET hr.employer = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT title FROM hr.documents;
-- shows: doc-secret
CREATE POLICY share ON hr.documents FOR SELECT USING (title IS NOT NULL);
GRANT SELECT ON hr.documents TO PUBLIC;
