-- finds: policy_opens_by_value app.remark
-- bad:
-- Remarks are on notes, or on something else: who only keeps strangers from those on notes opens the others.
CREATE TABLE app.remark (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), on_kind text NOT NULL, on_row integer NOT NULL, words text NOT NULL);
ALTER TABLE app.remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads ON app.remark FOR SELECT USING (
  CASE on_kind WHEN 'Note' THEN EXISTS (SELECT FROM app.note AS n WHERE n.id = remark.on_row) ELSE true END);
GRANT SELECT ON app.remark TO app_user;
-- good:
CREATE TABLE app.remark (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), on_kind text NOT NULL, on_row integer NOT NULL, words text NOT NULL);
ALTER TABLE app.remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads ON app.remark FOR SELECT USING (
  CASE on_kind WHEN 'Note' THEN EXISTS (SELECT FROM app.note AS n WHERE n.id = remark.on_row) ELSE false END);
GRANT SELECT ON app.remark TO app_user;
