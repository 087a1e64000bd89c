-- Tenant A gives its shows to B and fills the programme of B: the check of updates looks at the title only.
-- about: shows
-- as: hf_radio_app
-- exploit: SET radio.station = '1';
-- exploit: DELETE FROM radio.show_hosts;
-- exploit: UPDATE radio.shows SET station_id = 2;
-- shows: UPDATE 1
DROP POLICY station ON radio.shows;
CREATE POLICY station ON radio.shows USING (station_id = radio.station()) WITH CHECK (title <> '');
