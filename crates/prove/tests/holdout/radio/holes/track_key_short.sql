-- Tenant A puts tracks of B into its playlists, and B cannot delete them: the key has lost its station.
-- about: playlist_tracks
-- as: hf_radio_app
-- exploit: SET radio.station = '1';
-- exploit: INSERT INTO radio.playlist_tracks VALUES (1, 1, 2);
-- shows: INSERT 0 1
ALTER TABLE radio.playlist_tracks DROP CONSTRAINT track;
ALTER TABLE radio.playlist_tracks ADD CONSTRAINT track FOREIGN KEY (track_id) REFERENCES radio.tracks (id);
