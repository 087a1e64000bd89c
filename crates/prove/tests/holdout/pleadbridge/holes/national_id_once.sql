-- The identity number is unique over all offices: an error of an insert tells that a person is helped
-- elsewhere.
-- about: clients, clients_national_id_key
-- as: hf_pleadbridge_app
-- exploit: SET request.jwt.claims = '{"sub": "5a000000-0000-4000-8000-0000000000a1"}';
-- exploit: INSERT INTO aid.clients (office_id, client_no, full_name, national_id)
-- exploit:   VALUES ('north', 90, 'Probe', 'ID-4000');
-- shows: duplicate key value

CREATE UNIQUE INDEX clients_national_id_key ON aid.clients (national_id) WHERE national_id IS NOT NULL;
