-- A slug is unique over all workspaces, so a failed insert tells that somebody else has a note of that name.
-- about: notes, notes_slug_key
-- as: hf_notes_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO notes (workspace_id, slug, title)
-- exploit: VALUES ('11111111-1111-1111-1111-111111111111', 'merger', 'Guess');
-- shows: notes_slug_key
-- Public addresses do not hold the workspace any more.
CREATE UNIQUE INDEX notes_slug_key ON notes (slug);
