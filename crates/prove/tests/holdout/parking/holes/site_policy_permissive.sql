-- The restrictive policy comes back as a permissive one: with no site set it alone lets every row of all
-- operators in.
-- about: fines
-- as: hf_parking_app
-- exploit: BEGIN;
-- exploit: SET LOCAL park.operator = '1';
-- exploit: SELECT evidence FROM park.fines;
-- exploit: COMMIT;
-- shows: Road-secret photo
-- Managers of a region have several sites, as a list.
DROP POLICY site_rows ON park.fines;
CREATE POLICY site_rows ON park.fines
  USING (park.site() IS NULL OR site_code = ANY (string_to_array(park.site(), ',')));
