-- Reading is fenced but the policy for UPDATE asks only for the status; an update without a WHERE reaches
-- the drafts of every network.
-- about: episodes, episodes_update
-- as: hf_airwave_app
-- exploit: SET airwave.network_id = '1';
-- exploit: UPDATE episodes SET deleted_at = now();
-- shows: UPDATE 2
-- Published episodes stay as they are: subscribers have them. One policy per verb.
DROP POLICY by_network ON episodes;
CREATE POLICY episodes_select ON episodes FOR SELECT USING (network_id = current_network_id());
CREATE POLICY episodes_insert ON episodes FOR INSERT WITH CHECK (network_id = current_network_id());
CREATE POLICY episodes_delete ON episodes FOR DELETE USING (network_id = current_network_id());
CREATE POLICY episodes_update ON episodes FOR UPDATE USING (status <> 'published');
