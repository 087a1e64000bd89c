-- finds: sequence_setval app.note_id_seq
-- bad:
GRANT ALL ON SEQUENCE app.note_id_seq TO app_user;
-- good:
GRANT USAGE ON SEQUENCE app.note_id_seq TO app_user;
