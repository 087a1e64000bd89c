-- A login reads the profiles of every workspace, because replacing the view dropped its security_invoker
-- option.
-- about: profile_overview, profiles, identifiers, consents
-- as: hf_personas_app
-- exploit: SET cdp.workspace = '11111111-1111-4111-8111-111111111111';
-- exploit: SELECT full_name, email FROM cdp.profile_overview;
-- shows: Road-secret Person
CREATE OR REPLACE VIEW cdp.profile_overview AS
  SELECT p.workspace_id, p.id, p.full_name, i.value AS email, c.state AS consent
  FROM cdp.profiles p
  LEFT JOIN cdp.identifiers i
    ON i.workspace_id = p.workspace_id AND i.profile_id = p.id AND i.kind = 'email'
  LEFT JOIN cdp.consents c ON c.workspace_id = p.workspace_id AND c.email = i.value;
