-- The check of picks asks only for a row the session sees; the row's own policy binds it to the grower.
DROP POLICY picks_own ON orchard.picks;
CREATE POLICY picks_own ON orchard.picks TO hf_orchardly_app
  USING (EXISTS (SELECT 1 FROM orchard.tree_rows r WHERE r.id = picks.row_id));
