-- An organiser learns which campaign ids others use, because the foreign key leaves out the organiser.
-- about: cross_promotions, promoted_id, campaigns_id_key, campaigns
-- as: hf_stretchgoal_app
-- exploit: SET stretch.organiser_id = '101';
-- exploit: INSERT INTO fund.cross_promotions VALUES (101, 1, 8);
-- exploit: INSERT INTO fund.cross_promotions VALUES (101, 1, 7);
-- shows: INSERT 0 1
-- A campaign may point to another one.
ALTER TABLE fund.campaigns ADD CONSTRAINT campaigns_id_key UNIQUE (id);
CREATE TABLE fund.cross_promotions (
  organiser_id bigint NOT NULL,
  campaign_id bigint NOT NULL,
  promoted_id bigint NOT NULL REFERENCES fund.campaigns (id) ON DELETE CASCADE,
  PRIMARY KEY (organiser_id, campaign_id, promoted_id),
  FOREIGN KEY (organiser_id, campaign_id) REFERENCES fund.campaigns (organiser_id, id) ON DELETE CASCADE
);
ALTER TABLE fund.cross_promotions ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund.cross_promotions FORCE ROW LEVEL SECURITY;
CREATE POLICY by_organiser ON fund.cross_promotions
  USING (organiser_id = fund.organiser()) WITH CHECK (organiser_id = fund.organiser());
GRANT SELECT, INSERT, DELETE ON fund.cross_promotions TO hf_stretchgoal_app;
