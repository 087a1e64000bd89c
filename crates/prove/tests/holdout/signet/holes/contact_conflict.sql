-- The trigger searches the contacts of all accounts and names the other company in its error.
-- about: check_contact, contacts, contacts_check
-- as: hf_signet_app
-- exploit: SET request.jwt.claims = '{"user_id": 11}';
-- exploit: INSERT INTO sign.contacts VALUES (1, 'ceo@road.test', 'Ceo', '3');
-- shows: Road-secret company
-- Two companies claiming the same signer used to confuse the support team.
CREATE FUNCTION sign.check_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE v_owner text;
BEGIN
  SELECT a.company INTO v_owner FROM sign.contacts c JOIN sign.accounts a ON a.id = c.account_id
  WHERE c.email = NEW.email AND c.account_id <> NEW.account_id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the address is in use' USING DETAIL = format('It belongs to %s.', v_owner);
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION sign.check_contact() FROM PUBLIC;
CREATE TRIGGER contacts_check BEFORE INSERT ON sign.contacts
  FOR EACH ROW EXECUTE FUNCTION sign.check_contact();
