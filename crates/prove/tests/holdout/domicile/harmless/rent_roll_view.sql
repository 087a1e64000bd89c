-- The rent roll report as a view with its caller's rights: the policies of the tables below it still count.
CREATE VIEW pm.rent_roll WITH (security_invoker = true) AS
SELECT l.org_id, p.address, u.label, r.full_name, l.rent_cents
FROM pm.leases l
JOIN pm.units u ON u.org_id = l.org_id AND u.id = l.unit_id
JOIN pm.properties p ON p.org_id = u.org_id AND p.id = u.property_id
JOIN pm.renters r ON r.org_id = l.org_id AND r.id = l.renter_id;
GRANT SELECT ON pm.rent_roll TO hf_domicile_app;
