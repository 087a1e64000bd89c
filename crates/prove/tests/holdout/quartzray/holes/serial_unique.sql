-- Serial numbers become unique over all operators, so a duplicate error tells that another one owns a device.
-- about: serial_no, inverters
-- as: hf_quartzray_app
-- exploit: SET solar.operator_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: UPDATE solar.inverters SET serial_no = 'SN-200';
-- shows: duplicate key value violates unique constraint
ALTER TABLE solar.inverters DROP CONSTRAINT inverters_operator_id_serial_no_key;
CREATE UNIQUE INDEX inverters_serial_no_idx ON solar.inverters (serial_no);
