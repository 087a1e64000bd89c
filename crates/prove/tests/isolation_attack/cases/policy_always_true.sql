-- finds: policy_always_true app.note
-- bad:
DROP POLICY fence ON app.note;
CREATE POLICY fence ON app.note USING (true);
-- good:
CREATE POLICY all_roles ON app.note TO keeper USING (true);
