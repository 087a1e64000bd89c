-- The owner's maintenance sees all rows; the application is no member of it.
CREATE POLICY maintenance ON radio.tracks TO hf_radio_owner USING (true);
