-- The site may be a list now; the policy stays restrictive, so the operator's policy is still needed.
DROP POLICY site_rows ON park.fines;
CREATE POLICY site_rows ON park.fines AS RESTRICTIVE
  USING (park.site() IS NULL OR site_code = ANY (string_to_array(park.site(), ',')));
