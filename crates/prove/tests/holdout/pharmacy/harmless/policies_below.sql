-- Policies below the functions, for the day when somebody forgets.
ALTER TABLE core.customers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON core.customers USING (pharmacy_id = core.pharmacy());
ALTER TABLE core.prescriptions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON core.prescriptions USING (pharmacy_id = core.pharmacy());
