-- Messages are open to every member of any shop: the inner shopId is that of the order, so the join ties
-- nothing.
-- about: Message, Message_order, Order
-- as: hf_bazaar_app
-- exploit: SET request.jwt.claims = '{"sub":"user_a"}';
-- exploit: SELECT "text" FROM "Message";
-- shows: Road-secret message
-- Whoever may see the order may see what was written about it.
DROP POLICY "Message_all" ON "Message";
CREATE POLICY "Message_order" ON "Message" USING (
  EXISTS (SELECT 1 FROM "Order" o WHERE o."shopId" = "shopId" AND has_role(o."shopId", 'OWNER', 'STAFF'))
);
