-- Drafts are hidden by a restrictive policy, which narrows what the harbour sees and opens nothing.
CREATE POLICY published_notices ON harbour.notices AS RESTRICTIVE FOR SELECT TO hf_mooring_app
  USING (published);
