-- The sign-up page needed the list of networks, so row security was switched off: every client reads
-- all contacts.
-- about: networks
-- as: hf_foodbank_app
-- exploit: SET fb.network = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT name FROM fb.networks;
-- shows: Road-secret network
ALTER TABLE fb.networks DISABLE ROW LEVEL SECURITY;
