-- With a depot set, the policy compares the depot's number only, and each operator counts its depots from
-- one.
-- about: inspectors, inspectors_depot
-- as: hf_farebox_app
-- exploit: SET transit.operator = '10';
-- exploit: SET transit.depot = '1';
-- exploit: SELECT full_name FROM transit.inspectors;
-- shows: Road-secret Bob
ALTER POLICY inspectors_depot ON transit.inspectors
  USING (CASE WHEN transit.depot() IS NULL THEN operator_id = transit.operator() ELSE depot_no =
    transit.depot() END)
  WITH CHECK (operator_id = transit.operator()
    AND (transit.depot() IS NULL OR depot_no = transit.depot()));
