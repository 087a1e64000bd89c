-- New tables are readable by default now, so the next month can be read past the policy, which only its
-- parent has.
-- about: scan_2025_09, scan, default privileges, add_month
-- as: hf_badgeriver_app
-- exploit: SET badge.organizer = 'ad000000-0000-4000-8000-00000000000a';
-- exploit: SELECT email FROM badge.scan_2025_09;
-- shows: Road-secret-9@b.test
-- A grant was forgotten twice; from now on new tables have it at once.
ALTER DEFAULT PRIVILEGES IN SCHEMA badge GRANT SELECT, INSERT ON TABLES TO hf_badgeriver_app;
SELECT badge.add_month('2025-09-01');
