-- Tenant A reads every shipment: a policy for the dispatch desk admits all rows to everybody.
-- about: shipments
-- as: hf_freight_app
-- exploit: SET freight.carrier = 'north';
-- exploit: SELECT consignee FROM freight.shipments;
-- shows: Consignee-secret
CREATE POLICY dispatch_desk ON freight.shipments FOR SELECT USING (true);
