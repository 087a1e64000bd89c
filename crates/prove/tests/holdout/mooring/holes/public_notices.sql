-- Published notices are meant for the harbour's own web page, but the policy shows them to all harbours.
-- about: notices, published_notices
-- as: hf_mooring_app
-- exploit: SET app.harbour_id = '0a000000-0000-4000-8000-000000000001';
-- exploit: SELECT body FROM harbour.notices;
-- shows: Quay-secret theft
CREATE POLICY published_notices ON harbour.notices FOR SELECT TO hf_mooring_app
  USING (published);
