-- A guarantee whose two references use the same agency column, which is NOT NULL.
CREATE TABLE leases_guarantee (
  agency_id uuid NOT NULL,
  lease_id integer NOT NULL,
  renter_id integer NOT NULL,
  FOREIGN KEY (agency_id, lease_id) REFERENCES leases_lease (agency_id, id),
  FOREIGN KEY (agency_id, renter_id) REFERENCES leases_renter (agency_id, id)
);
ALTER TABLE leases_guarantee ENABLE ROW LEVEL SECURITY;
ALTER TABLE leases_guarantee FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON leases_guarantee USING (agency_id IN (SELECT token_agencies()));
GRANT SELECT, INSERT ON leases_guarantee TO hf_leasehold_app;
