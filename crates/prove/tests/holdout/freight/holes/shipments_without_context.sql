-- A session without a carrier reads all shipments: the policy falls back to the row's own carrier.
-- about: shipments
-- as: hf_freight_app
-- exploit: SELECT consignee FROM freight.shipments;
-- shows: Consignee-secret
ALTER POLICY own ON freight.shipments
  USING (carrier = coalesce(nullif(current_setting('freight.carrier', true), ''), carrier));
