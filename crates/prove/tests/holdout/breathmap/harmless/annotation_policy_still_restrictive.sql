-- The policy of annotations rebuilt with a subselect, and restrictive as before: the network is still
-- always asked for.
DROP POLICY tenant ON "Annotation";
CREATE POLICY tenant ON "Annotation" AS RESTRICTIVE
  USING ("networkId" = (SELECT current_network())) WITH CHECK ("networkId" = (SELECT current_network()));
