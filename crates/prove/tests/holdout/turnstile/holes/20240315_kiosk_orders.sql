-- Kiosks get a policy of their own that names the channel only, so kiosk orders of all museums are shown.
-- about: Order, kiosk_orders
-- as: hf_turnstile_app
-- exploit: SET app.museum = 'river';
-- exploit: SELECT "totalCents" FROM "Order";
-- shows: 93177
CREATE POLICY "kiosk_orders" ON "Order" FOR SELECT TO hf_turnstile_app
  USING ("channel" = 'KIOSK');
