-- The rule for hosts is added as a restrictive policy beside the one for companies: harmless.
CREATE POLICY visit_host ON desk.visits AS RESTRICTIVE FOR INSERT WITH CHECK (host_no IS NOT NULL);
