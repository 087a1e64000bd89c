-- The feed of lot changes is open for reading to the application, old recipes of other estates included.
-- about: lot_changes, lot_changes_feed
-- as: hf_oakbarrel_app
-- exploit: SET cellar.estate = 'monte';
-- exploit: SELECT before FROM cellar.lot_changes;
-- shows: Road-secret old blend

-- Support looks at the newest changes.
CREATE POLICY lot_changes_feed ON cellar.lot_changes FOR SELECT TO hf_oakbarrel_app
  USING (happened_at > now() - interval '30 days');
