-- Orders may be handed over to a group firm: the new row is not checked, so any firm gets it.
-- about: orders
-- as: hf_marketplace_app
-- exploit: SET app.firm_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: UPDATE market.orders SET firm_id = 'bbbbbbbb-0000-0000-0000-000000000001', reference = 'forged';
-- shows: UPDATE 1
CREATE POLICY hand_over ON market.orders FOR UPDATE TO hf_marketplace_app
  USING (firm_id = market.firm()) WITH CHECK (true);
