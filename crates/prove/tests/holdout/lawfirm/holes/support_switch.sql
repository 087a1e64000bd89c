-- Any session may set any setting, so whoever sets the switch for support reads the clients of all firms.
-- about: clients, law.support
-- as: hf_lawfirm_app
-- exploit: SET law.firm = 'hill';
-- exploit: SET law.support = 'on';
-- exploit: SELECT name FROM law.clients;
-- shows: Road-secret client
-- Support looks at a firm's clients only after it has been asked to.
ALTER POLICY firm_wall ON law.clients
  USING (firm = law.current_firm() OR current_setting('law.support', true) = 'on')
  WITH CHECK (firm = law.current_firm());
