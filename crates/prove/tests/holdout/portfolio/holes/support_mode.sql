-- A second setting, which every session can set for itself, opens the clients of all firms.
-- about: clients_client, support_mode
-- as: hf_portfolio_app
-- exploit: SET portfolio.firm_id = '1';
-- exploit: SET portfolio.support = 'on';
-- exploit: SELECT name FROM clients_client;
-- shows: Road-secret client
-- Support helps all firms.
CREATE POLICY support_mode ON clients_client FOR SELECT
  USING (coalesce(current_setting('portfolio.support', true), 'off') = 'on');
