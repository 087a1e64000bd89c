-- Whoever may see the order may see its messages; the subquery ties both columns of the message by name.
DROP POLICY "Message_all" ON "Message";
CREATE POLICY "Message_order" ON "Message" USING (
  EXISTS (SELECT 1 FROM "Order" o WHERE o."shopId" = "Message"."shopId" AND o."id" = "Message"."orderId")
);
