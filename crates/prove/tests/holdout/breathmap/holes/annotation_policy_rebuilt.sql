-- Any network reads the published annotations of all, because the rebuilt policy is not restrictive any
-- more and is only one more way in.
-- about: Annotation
-- as: hf_breathmap_app
-- exploit: SET request.network_id = 'net_alder';
-- exploit: SELECT "body" FROM "Annotation";
-- shows: Road-secret remark
-- The subselect lets the planner ask for the network once.
DROP POLICY tenant ON "Annotation";
CREATE POLICY tenant ON "Annotation"
  USING ("networkId" = (SELECT current_network())) WITH CHECK ("networkId" = (SELECT current_network()));
