-- The shop window drops security_invoker so that buyers see it; it shows the stock of every firm.
-- about: shop_window
-- as: hf_marketplace_app
-- exploit: SET app.firm_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT title, on_hand FROM market.shop_window;
-- shows: Plane-secret
ALTER VIEW market.shop_window RESET (security_invoker);
