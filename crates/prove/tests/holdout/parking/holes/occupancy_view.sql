-- The view filters its sites but counts the stays by the code of the site only, so the plates of other
-- operators come in.
-- about: occupancy
-- as: hf_parking_app
-- exploit: SET park.operator = '1';
-- exploit: SELECT * FROM park.occupancy;
-- shows: Road-secret R 9
CREATE VIEW park.occupancy WITH (security_barrier = true) AS
  SELECT s.site_code, s.spaces, t.inside, t.plates
    FROM park.sites s
    LEFT JOIN (SELECT site_code, count(*) AS inside, array_agg(plate) AS plates
                 FROM park.stays WHERE left_at IS NULL GROUP BY site_code) t USING (site_code)
   WHERE s.operator_id = park.operator() AND (park.site() IS NULL OR s.site_code = park.site());
GRANT SELECT ON park.occupancy TO hf_parking_app;
