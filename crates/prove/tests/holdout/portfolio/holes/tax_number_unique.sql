-- Tax numbers are unique over all firms: an insert tells that a person is somebody else's client.
-- about: clients_client, clients_client_tax_number_uniq
-- as: hf_portfolio_app
-- exploit: SET portfolio.firm_id = '1';
-- exploit: UPDATE clients_client SET tax_number = 'RT1' WHERE client_no = 1;
-- shows: clients_client_tax_number_uniq
-- The state gives each number once.
ALTER TABLE clients_client ADD CONSTRAINT clients_client_tax_number_uniq UNIQUE (tax_number);
