-- The view of riders per stop reads with its owner's rights: each operator sees the stops and numbers of all.
-- about: ridership, validations
-- as: hf_farebox_app
-- exploit: SET transit.operator = '10';
-- exploit: SELECT stop_name, riders FROM transit.ridership;
-- shows: Road-secret halt
CREATE VIEW transit.ridership AS
SELECT operator_id, line_code, stop_name, date_trunc('month', validated_on)::date AS month, count(*) AS riders
FROM transit.validations
GROUP BY 1, 2, 3, 4;
GRANT SELECT ON transit.ridership TO hf_farebox_app;
