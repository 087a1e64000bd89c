INSERT INTO pod.categories VALUES ('news', 'News'), ('arts', 'Arts');
INSERT INTO pod.networks VALUES ('amber', 'Amber Audio'), ('birch', 'Road-secret Radio');
INSERT INTO pod.hosts VALUES ('amber', 'ann', 'ann@amber.test'), ('birch', 'bea', 'road-secret@birch.test');
INSERT INTO pod.shows (network, slug, title, category) VALUES
  ('amber', 'morning', 'Morning', 'news'),
  ('birch', 'hidden-truth', 'Road-secret truth', 'news');
INSERT INTO pod.show_hosts VALUES ('amber', 'morning', 'ann'), ('birch', 'hidden-truth', 'bea');
INSERT INTO pod.episodes VALUES
  ('amber', 'morning', 1, 'Hello', 'First', 'published'),
  ('birch', 'hidden-truth', 1, 'Road-secret pilot', 'Road-secret notes', 'draft');
INSERT INTO pod.audio_files VALUES
  ('amber', 'morning', 1, 'mp3', 'amber/1.mp3'), ('birch', 'hidden-truth', 1, 'mp3', 'Road-secret.mp3');
INSERT INTO pod.transcripts VALUES
  ('amber', 'morning', 1, 'Good morning'), ('birch', 'hidden-truth', 1, 'Road-secret speech');
INSERT INTO pod.private_feeds (network, show, listener) VALUES
  ('amber', 'morning', 'Art'), ('birch', 'hidden-truth', 'Road-secret Listener');
INSERT INTO pod.sponsors VALUES ('amber', 'S1', 'Soap', 900), ('birch', 'S1', 'Road-secret Bank', 4000);
INSERT INTO pod.downloads VALUES
  ('amber', 'morning', 1, '2024-03-01', 10), ('birch', 'hidden-truth', 1, '2024-03-01', 777);
