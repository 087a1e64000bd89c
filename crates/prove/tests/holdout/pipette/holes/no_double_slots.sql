-- A login finds when another laboratory uses its instruments, since a slot may not overlap with any other's.
-- about: instrument_slots_no_overlap, instrument_slots
-- as: hf_pipette_app
-- exploit: SET lims.lab_id = 'aaaa0000-0000-4000-8000-00000000000a';
-- exploit: INSERT INTO lims.instrument_slots (lab_id, instrument, during) VALUES
-- exploit:   ('aaaa0000-0000-4000-8000-00000000000a', 'x', '[2026-03-01 09:00+00,2026-03-01 10:00+00)');
-- shows: instrument_slots_no_overlap
ALTER TABLE lims.instrument_slots
  ADD CONSTRAINT instrument_slots_no_overlap EXCLUDE USING gist (during WITH &&);
