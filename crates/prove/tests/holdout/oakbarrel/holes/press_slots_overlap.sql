-- The press times of all estates exclude each other, so a refused slot tells when another estate presses.
-- about: press_slots, press_slots_no_overlap
-- as: hf_oakbarrel_app
-- exploit: SET cellar.estate = 'monte';
-- exploit: INSERT INTO cellar.press_slots VALUES
-- exploit:   ('monte', 2, '[2026-09-02 09:00, 2026-09-02 09:30)');
-- shows: violates exclusion constraint

ALTER TABLE cellar.press_slots
  ADD CONSTRAINT press_slots_no_overlap EXCLUDE USING gist (during WITH &&);
