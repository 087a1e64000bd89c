INSERT INTO vote.methods VALUES ('one', 'One vote');
INSERT INTO vote.authorities VALUES
  ('HI0001', 'Hill', 'Hillshire', '1'), ('RO0002', 'Road office', 'Roadshire', 'Road-secret hotline');
INSERT INTO vote.voters VALUES
  ('HI0001', 1, 'H1', 'Hill voter', 'Main street', NULL),
  ('RO0002', 1, 'R9', 'Road-secret voter', 'Lone street', '2030-01-01');
INSERT INTO vote.stations VALUES ('HI0001', 1, 'Hill hall', '1'), ('RO0002', 1, 'Road-secret hall', '4711');
INSERT INTO vote.contests VALUES ('HI0001', 1, 'Hill mayor', 'one'), ('RO0002', 1, 'Road mayor', 'one');
INSERT INTO vote.candidates VALUES ('HI0001', 1, 1, 'Hill one'), ('RO0002', 1, 1, 'Road one');
INSERT INTO vote.counts VALUES ('HI0001', 1, 1, 1, 5, 'fine'),
  ('RO0002', 1, 1, 1, 500, 'Road-secret recount');
INSERT INTO vote.observers VALUES ('RO0002', 'HI0001', '2030-01-02');
