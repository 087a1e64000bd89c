-- Campaigns with the tag "all" are for the group: the tag is free text that every programme uses its own way.
-- about: campaigns, group_campaigns
-- as: hf_loyalty_app
-- exploit: SET loyalty.program = '1';
-- exploit: SELECT campaign FROM campaigns;
-- shows: summer-secret
CREATE POLICY group_campaigns ON campaigns FOR SELECT TO hf_loyalty_app USING ('all' = ANY (tags));
