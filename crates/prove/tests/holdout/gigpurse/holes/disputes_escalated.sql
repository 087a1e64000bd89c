-- AND binds stronger than OR: every open dispute of every company is read, not only escalated ones of one's
-- own.
-- about: disputes, disputes_read
-- as: hf_gigpurse_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-1111-4000-8000-000000000001"}';
-- exploit: SELECT reason FROM pay.disputes;
-- shows: Road-secret quarrel
ALTER POLICY disputes_read ON pay.disputes
  USING (status = 'open' OR escalated AND company_id IN (SELECT pay.my_companies()));
