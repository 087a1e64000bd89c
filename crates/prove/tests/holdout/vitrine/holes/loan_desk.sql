-- Any institution reads the requests of all: the policy that says who may ask lets everybody with a name see.
-- about: requests, loan_desk
-- as: hf_vitrine_app
-- exploit: SET vitrine.institution = 'hill';
-- exploit: SELECT wanted, purpose FROM loans.requests;
-- shows: Road-secret show
-- Lenders look for requests which they can meet.
CREATE POLICY loan_desk ON loans.requests FOR SELECT
  USING (EXISTS (SELECT FROM loans.institutions i WHERE i.institution = loans.me()));
