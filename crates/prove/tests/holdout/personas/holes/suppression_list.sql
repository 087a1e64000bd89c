-- A login reads which addresses opted out at other workspaces from the one list that the mailer keeps for
-- all.
-- about: suppressions, suppress, consents
-- as: hf_personas_app
-- exploit: SET cdp.workspace = '11111111-1111-4111-8111-111111111111';
-- exploit: SELECT email, reason FROM cdp.suppressions;
-- shows: Road-secret complaint
CREATE TABLE cdp.suppressions (
  email text PRIMARY KEY,
  reason text
);
GRANT SELECT ON cdp.suppressions TO hf_personas_app;
CREATE FUNCTION cdp.suppress() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cdp, pg_temp AS $$
BEGIN
  IF NEW.state = 'out' THEN
    INSERT INTO cdp.suppressions (email, reason) VALUES (NEW.email, NEW.reason) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION cdp.suppress() FROM PUBLIC;
CREATE TRIGGER consents_suppress AFTER INSERT OR UPDATE ON cdp.consents
  FOR EACH ROW EXECUTE FUNCTION cdp.suppress();
