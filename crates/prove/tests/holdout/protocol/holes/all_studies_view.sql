-- The view puts the studies of all sponsors together with its owner's rights and is granted to every login.
-- about: common.all_studies, all_studies, studies
-- as: hf_protocol_north
-- exploit: SELECT title FROM common.all_studies;
-- shows: Road-secret study
-- The registry export lists studies by country.
CREATE VIEW common.all_studies AS
  SELECT 'north' AS sponsor, s.title, count(t.id) AS sites
  FROM north.studies s LEFT JOIN north.sites t ON t.study_id = s.id GROUP BY s.id
  UNION ALL
  SELECT 'road', s.title, count(t.id)
  FROM road.studies s LEFT JOIN road.sites t ON t.study_id = s.id GROUP BY s.id;
GRANT SELECT ON common.all_studies TO hf_protocol_north, hf_protocol_road;
