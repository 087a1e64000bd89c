-- The application inherits the rights of the owner and with them the policy that shows every row.
-- about: hf_brokerage_owner, bkdata
-- as: hf_brokerage_app
-- exploit: SET brokerage.firm = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT name FROM bkdata.clients;
-- shows: Road-secret client
-- The application applies its migrations itself when it starts.
GRANT hf_brokerage_owner TO hf_brokerage_app;
