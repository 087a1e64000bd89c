-- Tenant A reads all tracks: id in the subquery is the playlist's, so the row does not matter.
-- about: tracks
-- as: hf_radio_app
-- exploit: SET radio.station = '1';
-- exploit: SELECT title FROM radio.tracks;
-- shows: Song-secret
CREATE POLICY listed ON radio.tracks FOR SELECT USING (EXISTS (
  SELECT FROM radio.playlist_tracks pt JOIN radio.playlists p ON p.id = pt.playlist_id
  WHERE pt.track_id = id));
