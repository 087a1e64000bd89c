-- Tenant A hangs its cards below cards of tenant B, and deleting theirs deletes ours.
-- about: cards
-- as: ho_boards_app
-- exploit: SET app.org = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO app.cards VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
-- exploit: 'aaaaaaaa-0000-4000-8000-000000000002', gen_random_uuid(),
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000003', 'x');
-- shows: INSERT 0 1
ALTER TABLE app.cards DROP CONSTRAINT cards_org_id_parent_id_fkey;
ALTER TABLE app.cards ADD FOREIGN KEY (parent_id) REFERENCES app.cards (id) ON DELETE CASCADE;
