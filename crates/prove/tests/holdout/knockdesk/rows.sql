INSERT INTO desk.companies VALUES ('acorn', 'Acorn Offices'), ('birch', 'Lobby-secret Offices');
INSERT INTO desk.staff VALUES ('acorn', 11, 'admin'), ('birch', 22, 'admin'), ('birch', 29, 'service');
INSERT INTO desk.badge_layouts VALUES ('plain', '<b></b>');
INSERT INTO desk.sites VALUES ('acorn', 1, 'Street 1'), ('birch', 1, 'Lobby-secret street');
INSERT INTO desk.hosts VALUES ('acorn', 1, 'Host One'), ('birch', 1, 'Lobby-secret host');
INSERT INTO desk.visitors VALUES
  ('acorn', 'guest@a.test', 'Guest One', 'Shop'),
  ('birch', 'guest@b.test', 'Lobby-secret guest', 'Lobby-secret employer');
INSERT INTO desk.visits VALUES
  ('acorn', 1, 1, 1, 'guest@a.test', 'talk'),
  ('birch', 1, 1, 1, 'guest@b.test', 'Lobby-secret purpose');
INSERT INTO desk.badges VALUES ('acorn', 1, 1, 'plain'), ('birch', 1, 1, 'plain');
INSERT INTO desk.watchlist VALUES ('acorn', 'Person A', 'rude'), ('birch', 'Lobby-secret person', 'theft');
INSERT INTO desk.storage_objects VALUES
  ('acorn', 'photos', 'guest-1.png', NULL),
  ('birch', 'photos', 'Lobby-secret-guest.png', NULL);
