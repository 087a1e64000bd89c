-- The worker role, which nobody of the application is a member of, may also read customers to address them.
CREATE POLICY "Customer_worker" ON "Customer" FOR SELECT TO hf_appointments_worker USING (true);
GRANT SELECT ("businessId", "id", "email") ON "Customer" TO hf_appointments_worker;
