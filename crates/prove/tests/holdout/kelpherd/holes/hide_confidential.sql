-- Meant to hide confidential records, but a second permissive policy is joined by OR and opens all others.
-- about: vet_records, hide_confidential
-- as: hf_kelpherd_app
-- exploit: SET zoo.current_park = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT diagnosis FROM zoo.vet_records;
-- shows: Reef-secret illness
CREATE POLICY hide_confidential ON zoo.vet_records FOR SELECT USING (NOT confidential);
