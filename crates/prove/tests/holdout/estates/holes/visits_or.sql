-- Tenant A reads all visits of the day: OR binds less than AND.
-- about: visits
-- as: hf_estates_app
-- exploit: SET estates.office = 1;
-- exploit: SELECT visitor FROM office.visits;
-- shows: Visitor-secret
CREATE OR REPLACE VIEW office.visits WITH (security_barrier = true) AS
  SELECT house_no, visitor, day FROM data.visits
  WHERE office_id = data.office() AND day > '2020-01-01' OR visitor <> '';
