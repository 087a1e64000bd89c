-- The rent roll report is a plain view, so it reads with its owner's rights and shows every firm's leases.
-- about: rent_roll, leases, renters, units, properties
-- as: hf_domicile_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-00000000000a';
-- exploit: SELECT address, full_name, rent_cents FROM pm.rent_roll;
-- shows: Road-secret Renter
CREATE VIEW pm.rent_roll AS
SELECT l.org_id, p.address, u.label, r.full_name, l.rent_cents
FROM pm.leases l
JOIN pm.units u ON u.org_id = l.org_id AND u.id = l.unit_id
JOIN pm.properties p ON p.org_id = u.org_id AND p.id = u.property_id
JOIN pm.renters r ON r.org_id = l.org_id AND r.id = l.renter_id;
GRANT SELECT ON pm.rent_roll TO hf_domicile_app;
