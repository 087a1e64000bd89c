-- Card serials are made unique over all operators, so that adding a card tells which serials another one
-- issued.
-- about: cards, cards_serial_key, serial
-- as: hf_farebox_app
-- exploit: SET transit.operator = '10';
-- exploit: INSERT INTO transit.cards (operator_id, serial) VALUES (10, '2000');
-- shows: cards_serial_key
ALTER TABLE transit.cards ADD CONSTRAINT cards_serial_key UNIQUE (serial);
