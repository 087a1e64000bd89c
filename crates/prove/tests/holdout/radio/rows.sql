-- Rows of two tenants, for the exploits in holes/.
INSERT INTO radio.stations VALUES (1, 'A'), (2, 'B-secret');
INSERT INTO radio.shows VALUES (1, 1, 'Morning'), (2, 2, 'Show-secret');
INSERT INTO radio.hosts VALUES (1, 1, 'Ann'), (2, 2, 'Bob-secret');
INSERT INTO radio.show_hosts VALUES (1, 1), (2, 2);
INSERT INTO radio.tracks VALUES (1, 1, 'Song'), (2, 2, 'Song-secret');
INSERT INTO radio.playlists VALUES (1, 1, 'List'), (2, 2, 'List-secret');
INSERT INTO radio.playlist_tracks VALUES (1, 1, 1), (2, 2, 2);
INSERT INTO radio.listeners VALUES (1, 'ann@example.com'), (2, 'secret@example.com');
