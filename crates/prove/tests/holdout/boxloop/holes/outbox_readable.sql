-- The page of sent messages reads the outbox, which holds every shop's messages and has no policies.
-- about: outbox
-- as: hf_boxloop_app
-- exploit: SET app.current_shop = '1';
-- exploit: SELECT payload FROM outbox;
-- shows: Road-secret-tracking
CREATE INDEX outbox_shop_id_index ON outbox (shop_id);
GRANT SELECT ON outbox TO hf_boxloop_app;
