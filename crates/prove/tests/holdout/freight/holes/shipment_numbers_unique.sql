-- Tenant A learns which shipment numbers other carriers use: the number is unique among all of them.
-- about: shipments
-- as: hf_freight_app
-- exploit: SET freight.carrier = 'north';
-- exploit: INSERT INTO freight.shipments VALUES ('north', 'W-1', 'D1', 1, 'x');
-- shows: duplicate key value
ALTER TABLE freight.shipments ADD CONSTRAINT shipments_number UNIQUE (number);
