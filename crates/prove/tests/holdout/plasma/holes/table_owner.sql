-- The application owns the table now and may switch off its row level security.
-- about: appointments, hf_plasma_app
-- as: hf_plasma_app
-- exploit: ALTER TABLE blood.appointments DISABLE ROW LEVEL SECURITY;
-- exploit: SELECT note FROM blood.appointments;
-- shows: Road-secret visit
-- The application runs its own migrations from now on and failed with "must be owner of table".
ALTER TABLE blood.appointments OWNER TO hf_plasma_app;
