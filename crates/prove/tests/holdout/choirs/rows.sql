INSERT INTO choir.users VALUES
  ('aaaaaaaa-0000-4000-8000-00000000000a', 'Hill singer', 'hill@example.org'),
  ('bbbbbbbb-0000-4000-8000-00000000000b', 'Road-secret singer', 'road@example.org');
INSERT INTO choir.choirs VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'Hill Choir', 'Hill'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret Choir', 'Road');
INSERT INTO choir.members VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-00000000000a', 'alto', true),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-00000000000b', 'bass', true);
INSERT INTO choir.songs VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000005', 'Hill song', 'la'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000005', 'Road-secret song', 'lo');
INSERT INTO choir.rehearsals VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', '2026-01-01', 'Hill hall'),
  ('bbbbbbbb-0000-4000-8000-000000000001', '2026-01-02', 'Road-secret hall');
INSERT INTO choir.attendance VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', '2026-01-01', 'aaaaaaaa-0000-4000-8000-00000000000a', 'Hill cold'),
  ('bbbbbbbb-0000-4000-8000-000000000001', '2026-01-02', 'bbbbbbbb-0000-4000-8000-00000000000b',
    'Road-secret illness');
INSERT INTO choir.recordings (choir_id, song_id, file_name) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000005', 'hill.ogg'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000005', 'Road-secret.ogg');
INSERT INTO choir.fees VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-00000000000a', 2026, 10),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-00000000000b', 2026, 6543.21);
INSERT INTO choir.posts (choir_id, body) VALUES
  ('aaaaaaaa-0000-4000-8000-000000000001', 'Hill post'),
  ('bbbbbbbb-0000-4000-8000-000000000001', 'Road-secret post');
