-- The policy for inserts only asks for a positive amount, so a network writes a wallet into the books of
-- another.
-- about: wallets
-- as: hf_podcasts_app
-- exploit: SET app.network = '1';
-- exploit: INSERT INTO wallets VALUES (2, 'bonus', 5);
-- shows: INSERT 0 1
DROP POLICY wallets_network ON wallets;
CREATE POLICY wallets_select ON wallets FOR SELECT USING (network_id = app_network());
CREATE POLICY wallets_insert ON wallets FOR INSERT WITH CHECK (cents >= 0);
CREATE POLICY wallets_update ON wallets FOR UPDATE USING (network_id = app_network());
CREATE POLICY wallets_delete ON wallets FOR DELETE USING (network_id = app_network() AND cents = 0);
