-- Reviewers from outside see the pins of the designs that they were asked to review, and no others.
CREATE POLICY pins_reviewer ON design.pins FOR SELECT USING (design.reviews(pins.team_id, pins.design_id));
