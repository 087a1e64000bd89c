-- finds: error_detail_custom app.pay
-- bad:
-- Grades are called alike everywhere, and the error names the most that anybody pays.
CREATE TABLE app.grade (
  tenant_id uuid NOT NULL REFERENCES app.tenant, grade text, most numeric NOT NULL, PRIMARY KEY (tenant_id, grade));
INSERT INTO app.grade SELECT tenant_id, 'grade-' || id, 100 FROM app.note;
CREATE TABLE app.pay (
  tenant_id uuid NOT NULL, no integer, grade text NOT NULL, amount numeric NOT NULL, PRIMARY KEY (tenant_id, no),
  FOREIGN KEY (tenant_id, grade) REFERENCES app.grade);
INSERT INTO app.pay SELECT tenant_id, id, 'grade-' || id, 3 FROM app.note;
ALTER TABLE app.grade ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.grade USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.pay ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.pay USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.grade TO app_user;
GRANT SELECT, INSERT, UPDATE ON app.pay TO app_user;
CREATE FUNCTION app.not_beyond() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE highest numeric;
BEGIN
  SELECT max(g.most) INTO highest FROM app.grade AS g WHERE g.grade = NEW.grade;
  IF NEW.amount > highest THEN RAISE EXCEPTION 'more than %', highest; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_beyond BEFORE INSERT OR UPDATE ON app.pay FOR EACH ROW EXECUTE FUNCTION app.not_beyond();
-- good:
CREATE TABLE app.grade (
  tenant_id uuid NOT NULL REFERENCES app.tenant, grade text, most numeric NOT NULL, PRIMARY KEY (tenant_id, grade));
INSERT INTO app.grade SELECT tenant_id, 'grade-' || id, 100 FROM app.note;
CREATE TABLE app.pay (
  tenant_id uuid NOT NULL, no integer, grade text NOT NULL, amount numeric NOT NULL, PRIMARY KEY (tenant_id, no),
  FOREIGN KEY (tenant_id, grade) REFERENCES app.grade);
INSERT INTO app.pay SELECT tenant_id, id, 'grade-' || id, 3 FROM app.note;
ALTER TABLE app.grade ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.grade USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.pay ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.pay USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.grade TO app_user;
GRANT SELECT, INSERT, UPDATE ON app.pay TO app_user;
CREATE FUNCTION app.not_beyond() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE highest numeric;
BEGIN
  SELECT max(g.most) INTO highest FROM app.grade AS g WHERE g.grade = NEW.grade
    AND g.tenant_id = NEW.tenant_id;
  IF NEW.amount > highest THEN RAISE EXCEPTION 'more than %', highest; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_beyond BEFORE INSERT OR UPDATE ON app.pay FOR EACH ROW EXECUTE FUNCTION app.not_beyond();
