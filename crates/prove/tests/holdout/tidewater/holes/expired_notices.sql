-- Any port deletes the old notices of others, because the policy for the clean-up names the date alone.
-- about: notices, notices_cleanup
-- as: hf_tidewater_app
-- exploit: SET tidewater.port_id = '2';
-- exploit: DELETE FROM port.notices;
-- shows: DELETE 2
-- Whoever comes by clears out what has run out.
CREATE POLICY notices_cleanup ON port.notices FOR DELETE USING (expires_on < current_date);
