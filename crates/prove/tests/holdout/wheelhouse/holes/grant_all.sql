-- Any lessor empties the tables of all, because the grant of everything has TRUNCATE in it.
-- about: ServiceBooking, Customer, Vehicle, Driver, Lease, Fine, Invoice, Document, Lessor
-- as: hf_wheelhouse_app
-- exploit: SET wheelhouse.lessor = 'road';
-- exploit: TRUNCATE "ServiceBooking";
-- shows: TRUNCATE TABLE
-- The deploy failed for want of grants too often.
GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA public TO hf_wheelhouse_app;
