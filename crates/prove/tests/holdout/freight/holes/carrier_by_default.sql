-- A session that sets nothing is carrier B: a default was left on the role after a support case.
-- about: carrier
-- as: hf_freight_app
-- exploit: SELECT consignee FROM freight.shipments;
-- shows: Consignee-secret
ALTER ROLE hf_freight_app SET freight.carrier = 'northwind';
