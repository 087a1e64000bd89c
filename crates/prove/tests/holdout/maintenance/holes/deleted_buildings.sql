-- Buildings that were deleted are open to all, as the second policy for the bin says nothing of the account.
-- about: buildings
-- as: hf_maintenance_app
-- exploit: SET app.current_account = '10';
-- exploit: INSERT INTO buildings (account_id, address, deleted_at) VALUES (20, 'planted', now());
-- shows: INSERT 0 1
-- Deleted buildings can be looked up in the bin for a month.
CREATE POLICY bin ON buildings
  USING (deleted_at IS NOT NULL AND deleted_at > now() - interval '30 days');
