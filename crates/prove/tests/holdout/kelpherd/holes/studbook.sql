-- The studbook is a view with the rights of its owner: animals of all parks with their dams.
-- about: studbook, animals
-- as: hf_kelpherd_app
-- exploit: SET zoo.current_park = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT name FROM zoo.studbook;
-- shows: Reef-secret animal
CREATE VIEW zoo.studbook AS
  SELECT a.latin, a.name, d.name AS dam
  FROM zoo.animals a LEFT JOIN zoo.animals d ON d.park_id = a.park_id AND d.animal_no = a.dam_no;
GRANT SELECT ON zoo.studbook TO hf_kelpherd_app;
