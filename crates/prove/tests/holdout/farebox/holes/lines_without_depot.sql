-- OR without brackets: a line that no depot has taken is shown to, and changed by, every operator.
-- about: lines, lines_depot
-- as: hf_farebox_app
-- exploit: SET transit.operator = '10';
-- exploit: SET transit.depot = '1';
-- exploit: SELECT title FROM transit.lines;
-- shows: Road-secret night line
ALTER POLICY lines_depot ON transit.lines
  USING (operator_id = transit.operator() AND (transit.depot() IS NULL OR depot_no = transit.depot())
    OR depot_no IS NULL);
