-- The reference to the renter uses a second agency column that the policy does not look at; an accepted
-- insert proves that the other agency has this renter.
-- about: leases_guarantee, leases_renter, guarantee_renter_fk, owner_agency_id
-- as: hf_leasehold_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","aal":"aal1"}';
-- exploit: INSERT INTO leases_guarantee (agency_id, lease_id, owner_agency_id, renter_id)
-- exploit:   VALUES ('a0000000-0000-4000-8000-000000000000', 1, 'b0000000-0000-4000-8000-000000000000', 52);
-- shows: INSERT 0 1
-- A renter of a partner agency can stand as guarantor.
CREATE TABLE leases_guarantee (
  agency_id uuid NOT NULL,
  lease_id integer NOT NULL,
  owner_agency_id uuid,
  renter_id integer NOT NULL,
  FOREIGN KEY (agency_id, lease_id) REFERENCES leases_lease (agency_id, id),
  CONSTRAINT guarantee_renter_fk
    FOREIGN KEY (owner_agency_id, renter_id) REFERENCES leases_renter (agency_id, id)
);
ALTER TABLE leases_guarantee ENABLE ROW LEVEL SECURITY;
ALTER TABLE leases_guarantee FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON leases_guarantee USING (agency_id IN (SELECT token_agencies()));
GRANT SELECT, INSERT ON leases_guarantee TO hf_leasehold_app;
