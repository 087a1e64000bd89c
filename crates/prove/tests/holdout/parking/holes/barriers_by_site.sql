-- The policy asks for the site alone, and two operators both have a site P1.
-- about: barriers
-- as: hf_parking_app
-- exploit: BEGIN;
-- exploit: SET LOCAL park.operator = '1';
-- exploit: SET LOCAL park.site = 'P1';
-- exploit: SELECT secret FROM park.barriers;
-- exploit: COMMIT;
-- shows: Road-secret key
-- A barrier belongs to a site, the operator follows from that.
DROP POLICY operator_rows ON park.barriers;
DROP POLICY site_rows ON park.barriers;
CREATE POLICY site_rows ON park.barriers USING (site_code = park.site());
