-- A second setting, chosen freely, opens the key with that prefix, which has four characters.
-- about: api_keys, key_prefix, sign_in
-- as: hf_vendo_app
-- exploit: SET vend.operator = '2';
-- exploit: SET vend.key_prefix = 'vk77';
-- exploit: SELECT hash FROM vend.api_keys;
-- shows: Road-secret-hash
-- Signing in by key: the operator is not known yet, only the beginning of the key.
CREATE POLICY sign_in ON vend.api_keys FOR SELECT
  USING (prefix = NULLIF(current_setting('vend.key_prefix', true), ''));
