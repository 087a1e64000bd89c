-- The application became the owner of the tariffs and may switch row security off for itself.
-- about: tariffs
-- as: hf_meterbrook_app
-- exploit: SET meterbrook.utility_id = '1';
-- exploit: ALTER TABLE water.tariffs DISABLE ROW LEVEL SECURITY;
-- exploit: SELECT code, remark FROM water.tariffs;
-- shows: Road-secret tariff
-- The tariff editor adds columns for its price steps by itself.
ALTER TABLE water.tariffs OWNER TO hf_meterbrook_app;
