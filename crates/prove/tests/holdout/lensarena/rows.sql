INSERT INTO lens.genres VALUES ('BW', 'Black and white'), ('NAT', 'Nature');
INSERT INTO lens.hosts VALUES (31, 'Village club'), (62, 'Road-secret society');
INSERT INTO lens.host_members VALUES
  (31, '1e500000-0000-4000-8000-0000000000a1', 'Ada'),
  (62, '1e500000-0000-4000-8000-0000000000b1', 'Road-secret member');
INSERT INTO lens.invitations (host_id, email) VALUES
  (31, 'kim@club.example'),
  (62, 'Road-secret@society.example');
INSERT INTO lens.contests VALUES
  (31, 'spring', 'Spring', 'NAT', 'open'),
  (62, 'storm', 'Road-secret contest', 'BW', 'judging');
INSERT INTO lens.entries VALUES
  (31, 5, 'spring', 'Tulip', 'Jo', 'jo@mail.example'),
  (62, 5, 'storm', 'Road-secret wave', 'Road-secret artist', 'Road-secret@mail.example');
INSERT INTO lens.votes VALUES (31, 5, 'v@mail.example'), (62, 5, 'fan@mail.example');
INSERT INTO lens.jurors VALUES (31, 1, 'Lee', 0), (31, 2, 'Max', 0), (62, 1, 'Road-secret juror', 5000);
INSERT INTO lens.scores VALUES (31, 5, 1, 7), (62, 5, 1, 9);
INSERT INTO storage.objects VALUES
  (31, 'entries', '31/5.jpg', 'aa'),
  (62, 'entries', '62/5.jpg', 'Road-secret sum');
