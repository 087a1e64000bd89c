-- An institution learns when another moves with a truck, because the constraint against double use spans all.
-- about: truck_once, transports
-- as: hf_vitrine_app
-- exploit: SET vitrine.institution = 'hill';
-- exploit: INSERT INTO loans.transports VALUES ('hill', 9, 1, 'TR-2', '[2030-05-02,2030-05-03)', 'x');
-- shows: violates exclusion constraint "truck_once"
-- A truck was booked twice for the same days.
ALTER TABLE loans.transports ADD CONSTRAINT truck_once EXCLUDE USING gist (truck WITH =, during WITH &&);
