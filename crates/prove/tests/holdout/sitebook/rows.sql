INSERT INTO site.trades VALUES ('mason'), ('roofer');
INSERT INTO site.firms VALUES (500, 'Hill Builders'), (600, 'Road-secret Builders');
INSERT INTO site.sites VALUES (500, 1, 'Hill Lane', 'Hill Client'), (600, 1, 'Road-secret Lane',
   'Road-secret Client');
INSERT INTO site.workers VALUES (500, 1, 'Hill Mason', 'B-1', 'mason'), (600, 1, 'Road-secret Roofer',
   'B-2', 'roofer');
INSERT INTO site.diary_entries VALUES
  (500, 1, '2030-04-01', 'Poured the floor'), (600, 1, '2030-04-01', 'Road-secret delay');
INSERT INTO site.weather VALUES
  (500, 1, '2030-04-01', 12, 0, NULL), (600, 1, '2030-04-01', 11, 4, 'Road-secret claim');
INSERT INTO site.hours VALUES (500, 1, '2030-04-01', 1, 8), (600, 1, '2030-04-01', 1, 9.5);
INSERT INTO site.incidents VALUES (500, 1, 1, 'Cut finger'), (600, 1, 1, 'Road-secret fall');
INSERT INTO site.photos VALUES (500, 1, 1, 'Floor', 'f1'), (600, 1, 1, 'Road-secret crack', 'f2');
INSERT INTO site.approvals VALUES (600, 1, '2030-04-01', 'Road-secret Boss');
