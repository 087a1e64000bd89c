-- The same view of occupancy, which joins by operator and site.
CREATE VIEW park.occupancy WITH (security_barrier = true) AS
  SELECT s.site_code, s.spaces, t.inside, t.plates
    FROM park.sites s
    LEFT JOIN (SELECT operator_id, site_code, count(*) AS inside, array_agg(plate) AS plates
                 FROM park.stays WHERE left_at IS NULL GROUP BY operator_id, site_code) t
      USING (operator_id, site_code)
   WHERE s.operator_id = park.operator() AND (park.site() IS NULL OR s.site_code = park.site());
GRANT SELECT ON park.occupancy TO hf_parking_app;
