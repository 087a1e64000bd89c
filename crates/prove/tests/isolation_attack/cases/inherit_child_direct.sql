-- finds: inherit_child_direct app.note_archive
-- bad:
CREATE TABLE app.note_archive () INHERITS (app.note);
INSERT INTO app.note_archive VALUES (8, '22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b old');
GRANT SELECT ON app.note_archive TO app_user;
-- good:
CREATE TABLE app.note_archive () INHERITS (app.note);
INSERT INTO app.note_archive VALUES (8, '22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b old');
