-- The report login got the operations role, and through that the support role, which row security does
-- not hold.
-- about: hf_carshare_ops, hf_carshare_support, hf_carshare_report, members, cars, trips, damages
-- as: hf_carshare_report
-- exploit: SET carshare.club = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SET ROLE hf_carshare_support;
-- exploit: SELECT full_name FROM share.members;
-- shows: Road-secret member
GRANT hf_carshare_ops TO hf_carshare_report;
