-- The card finds its member by the number of the member alone, with a key that leaves the programme out.
-- about: card_holder, members
-- as: hf_loyalty_app
-- exploit: SET loyalty.program = '1';
-- exploit: INSERT INTO cards VALUES (1, 'C-B', 1);
-- exploit: SELECT string_agg(holder, ' ') FROM card_holder;
-- shows: Bob-secret
CREATE VIEW card_holder WITH (security_barrier = true) AS
  SELECT c.program_id, c.card_code, m.name AS holder FROM cards c JOIN members m ON m.member_no = c.member_no
  WHERE c.program_id = current_program();
GRANT SELECT ON card_holder TO hf_loyalty_app;
