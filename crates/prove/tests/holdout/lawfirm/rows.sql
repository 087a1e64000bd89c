INSERT INTO law.courts VALUES ('c', 'Court');
INSERT INTO law.firms VALUES ('hill', 'Hill'), ('road', 'Road-secret firm');
INSERT INTO law.lawyers VALUES ('hill', 1, 'Hill lawyer', 'HB1'), ('road', 1, 'Road-secret lawyer', 'RB9');
INSERT INTO law.clients VALUES ('hill', 1, 'Hill client', '1'), ('road', 1, 'Road-secret client', '2');
INSERT INTO law.matters VALUES
  ('hill', 'M-1', 1, 'Hill matter', 'Hill rival', 'c'),
  ('road', 'M-7', 1, 'Road-secret takeover', 'Hill client', 'c');
INSERT INTO law.documents (firm, id, matter_no, file_name, link_token, body) VALUES
  ('hill', '1d000000-0000-4000-8000-000000000001', 'M-1', 'h.txt', 'hill-token', 'Hill letter'),
  ('road', '2d000000-0000-4000-8000-000000000001', 'M-7', 'r.txt', 'road-token', 'Road-secret takeoverplan');
INSERT INTO law.time_entries VALUES ('hill', 1, 1, 'M-1', 10), ('road', 1, 1, 'M-7', 600);
INSERT INTO law.trust_accounts VALUES ('hill', 1, 'HI1', 5), ('road', 1, 'RI9', 777000);
INSERT INTO law.audit (firm, lawyer_no, row_data) VALUES ('road', 1, '{"what": "Road-secret audit"}');
-- Rows for tables that only some changes add.
DO $$
BEGIN
  IF to_regprocedure('law.attach(text, bytea)') IS NOT NULL THEN
    PERFORM set_config('law.firm', 'road', false);
    PERFORM law.attach('road scan', convert_to('Road-secret scan', 'UTF8'));
    PERFORM set_config('law.firm', '', false);
  END IF;
END
$$;
