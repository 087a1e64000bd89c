-- A restrictive policy keeps cheap kiosk orders out of the lists; it can only narrow.
CREATE POLICY "kiosk_orders" ON "Order" AS RESTRICTIVE FOR SELECT TO hf_turnstile_app
  USING ("channel" <> 'KIOSK' OR "totalCents" >= 100);
