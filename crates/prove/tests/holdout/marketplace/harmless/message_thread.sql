-- Internal notes are narrowed further by a restrictive policy: it can only take rows away.
CREATE POLICY no_internal_change ON market.messages AS RESTRICTIVE FOR UPDATE TO hf_marketplace_app
  USING (NOT is_internal);
