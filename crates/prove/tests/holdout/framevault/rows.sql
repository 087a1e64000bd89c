INSERT INTO stock.studios VALUES ('alderpix', 'Alder pictures'), ('roadpix', 'Road-secret pictures');
INSERT INTO stock.members VALUES ('alderpix', 'a1f00000-0000-4000-8000-00000000000a'),
  ('roadpix', 'b2f00000-0000-4000-8000-00000000000b');
INSERT INTO stock.photos VALUES ('alderpix', 1, 'Tree', '{tree}', 'd1'),
  ('roadpix', 9, 'Road-secret photo', '{road-secret-bride}', 'd9');
INSERT INTO stock.collections VALUES ('alderpix', 'Trees'), ('roadpix', 'Road-secret set');
INSERT INTO stock.licenses VALUES ('alderpix', 'L1', 'Paper', 'print'),
  ('roadpix', 'L9', 'Ink', 'Road-secret terms');
INSERT INTO stock.invitations VALUES ('alderpix', '0815', 'x@example.test'),
  ('roadpix', '4711', 'y@example.test');
INSERT INTO stock.stored_files VALUES ('alderpix', 'exports', 'alderpix/may.csv', 'tree'),
  ('roadpix', 'exports', 'roadpix/may.csv', 'Road-secret export');
