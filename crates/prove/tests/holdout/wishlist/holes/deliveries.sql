-- The log of webhook deliveries has no row level security and holds the body of every comment.
-- about: webhook_deliveries, deliver_comment
-- as: hf_wishlist_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT payload ->> 'body' FROM webhook_deliveries;
-- shows: Road-secret comment
CREATE TABLE webhook_deliveries (
  org_id int NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
  event text NOT NULL,
  payload jsonb NOT NULL,
  response_code int,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_deliveries_org_idx ON webhook_deliveries (org_id, created_at);
CREATE FUNCTION deliver_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO webhook_deliveries (org_id, event, payload) VALUES (NEW.org_id, 'comment', to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER deliver_comment AFTER INSERT ON idea_comments
  FOR EACH ROW EXECUTE FUNCTION deliver_comment();
GRANT SELECT, INSERT ON webhook_deliveries TO hf_wishlist_app;
