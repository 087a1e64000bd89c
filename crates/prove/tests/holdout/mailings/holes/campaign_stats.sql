-- Tenant A reads the statistics of all senders in a table that a trigger keeps.
-- about: campaign_stats
-- as: hf_mailings_app
-- exploit: SET mail.sender = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT count(*) || ' campaigns' FROM mail.campaign_stats;
-- shows: 2 campaigns
CREATE TABLE mail.campaign_stats (
  campaign_id uuid PRIMARY KEY,
  subject text NOT NULL,
  sent integer NOT NULL
);
CREATE FUNCTION mail.count_sent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO mail.campaign_stats SELECT c.id, c.subject, 1 FROM mail.campaigns c WHERE c.id = new.campaign_id
  ON CONFLICT (campaign_id) DO UPDATE SET sent = campaign_stats.sent + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER count_sent AFTER INSERT ON mail.outbox FOR EACH ROW EXECUTE FUNCTION mail.count_sent();
GRANT SELECT ON mail.campaign_stats TO hf_mailings_app;
