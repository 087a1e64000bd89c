-- Harmless: the rule for deletes keeps the company and adds the login.
ALTER POLICY d ON snip.stars
  USING (company = snip.company() AND login = current_setting('snip.login', true));
