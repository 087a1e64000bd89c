-- Documents meant for everyone in a company are shown to everyone in all companies.
-- about: documents, documents_everyone
-- as: hf_wages_app
-- exploit: SET payroll.employer_id = '11';
-- exploit: SELECT title FROM pay.documents;
-- shows: Road-secret rules
-- Employees read what is for everyone.
CREATE POLICY documents_everyone ON pay.documents FOR SELECT USING ('everyone' = ANY (audience));
