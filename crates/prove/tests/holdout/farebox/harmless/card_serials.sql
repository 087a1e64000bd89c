-- Card serials are unique within one operator: the error speaks of the own cards only.
ALTER TABLE transit.cards ADD CONSTRAINT cards_operator_serial_key UNIQUE (operator_id, serial);
