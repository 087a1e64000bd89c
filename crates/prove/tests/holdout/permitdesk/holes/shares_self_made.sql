-- A city writes the share that names it as the receiver by itself, and then reads the report of the other
-- city.
-- about: inspection_shares, inspections, inspections_shared
-- as: hf_permitdesk_app
-- exploit: SET app.city_id = '11';
-- exploit: INSERT INTO permits.inspection_shares VALUES (22, 'RC-9', 11);
-- exploit: SELECT report FROM permits.inspections;
-- shows: Road-secret report

-- Neighbour cities read reports that are shared with them.
CREATE TABLE permits.inspection_shares (
  city_id bigint NOT NULL REFERENCES permits.cities (id),
  reference text NOT NULL,
  receiver_id bigint NOT NULL,
  PRIMARY KEY (city_id, reference, receiver_id)
);
ALTER TABLE permits.inspection_shares ENABLE ROW LEVEL SECURITY;
ALTER TABLE permits.inspection_shares FORCE ROW LEVEL SECURITY;
CREATE POLICY inspection_shares_both ON permits.inspection_shares TO hf_permitdesk_app
  USING (permits.city() IN (city_id, receiver_id));
GRANT SELECT, INSERT, DELETE ON permits.inspection_shares TO hf_permitdesk_app;
CREATE POLICY inspections_shared ON permits.inspections FOR SELECT TO hf_permitdesk_app
  USING (EXISTS (
    SELECT 1 FROM permits.inspection_shares s
    WHERE s.city_id = inspections.city_id AND s.reference = inspections.reference
      AND s.receiver_id = permits.city()
  ));
