-- The new exclusion constraint on studios leaves out the network, so a refused booking tells when others
-- record.
-- about: ad_slots, one_studio, ad_slots_studio_excl
-- as: hf_airwave_app
-- exploit: SET airwave.network_id = '1';
-- exploit: INSERT INTO ad_slots VALUES (1, 'a0000000-0000-4000-8000-000000000004', 'studio 9',
-- exploit:   '[2026-03-02 10:30, 2026-03-02 10:40)');
-- shows: one_studio
-- Some studios are rented by several networks; two shows cannot record at the same time.
ALTER TABLE ad_slots ADD CONSTRAINT one_studio EXCLUDE USING gist (studio WITH =, during WITH &&);
