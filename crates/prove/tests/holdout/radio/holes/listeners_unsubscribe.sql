-- Tenant A deletes the listeners of all stations: whoever clicks on unsubscribe has no station.
-- about: listeners
-- as: hf_radio_app
-- exploit: SET radio.station = '1';
-- exploit: DELETE FROM radio.listeners;
-- shows: DELETE 2
CREATE POLICY unsubscribe ON radio.listeners FOR DELETE USING (true);
