-- A phone joins one programme only: the wider index tells whether a number is a customer elsewhere.
-- about: members_phone, members
-- as: hf_loyalty_app
-- exploit: SET loyalty.program = '1';
-- exploit: INSERT INTO members VALUES (1, 50, 'probe', '200');
-- shows: duplicate key
DROP INDEX members_phone;
CREATE UNIQUE INDEX members_phone ON members (phone) WHERE phone IS NOT NULL;
