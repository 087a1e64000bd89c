-- The card finds its member by programme and number, and the view filters by the programme of the session.
CREATE VIEW card_holder WITH (security_barrier = true) AS
  SELECT c.program_id, c.card_code, m.name AS holder FROM cards c JOIN members m USING (program_id, member_no)
  WHERE c.program_id = current_program();
GRANT SELECT ON card_holder TO hf_loyalty_app;
