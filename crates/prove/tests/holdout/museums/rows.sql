INSERT INTO coll.materials VALUES ('oil', 'Oil on canvas');
INSERT INTO coll.museums (slug, name) VALUES ('alpine', 'Road-secret museum'), ('hill', 'Hill');
INSERT INTO coll.artists VALUES ('hill', 'a1', 'Hill artist'), ('alpine', 'a1', 'Road-secret artist');
INSERT INTO coll.objects (museum, inventory_no, title, insured_for) VALUES
  ('hill', '1', 'Hill pot', 1), ('hill', '2', 'Hill pan', 2),
  ('alpine', '1', 'Road-secret pot', 900), ('alpine', '2', 'Road-secret crown', 90000);
INSERT INTO coll.shares (museum, inventory_no, shown_to) VALUES
  ('alpine', '1', 'valley'), ('hill', '2', 'hill');
INSERT INTO coll.conservation VALUES ('alpine', '2', '2030-01-01', 'Road-secret crack');
INSERT INTO coll.donors VALUES ('hill', 1, 'Hill donor'), ('alpine', 1, 'Road-secret donor');
INSERT INTO coll.visits VALUES ('hill', '2030-01-01', 5), ('alpine', '2030-01-01', 4711);
INSERT INTO coll.exhibitions VALUES ('alpine', 'x', 'Road-secret show', 5000, '{valley}');
