-- Any bakery reads the campaigns of all, because an empty list of partners is taken for a list of
-- everybody.
-- about: campaigns, campaigns_partners
-- as: hf_crumbcard_app
-- exploit: SET app.bakery = '301';
-- exploit: SELECT subject FROM bread.campaigns;
-- shows: Road-secret campaign
-- Bakeries run campaigns together with partners.
ALTER TABLE bread.campaigns ADD COLUMN partners bigint[] NOT NULL DEFAULT '{}';
CREATE POLICY campaigns_partners ON bread.campaigns FOR SELECT TO hf_crumbcard_app
  USING (cardinality(partners) = 0 OR bread.bakery() = ANY (partners));
