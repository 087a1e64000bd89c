-- finds: sequence_shared berth_a.receipt.no
-- roles: none
-- context: schemas = { "$A" = "berth_a", "$B" = "berth_b" }
-- context: roles = { "$A" = "berth_a_user", "$B" = "berth_b_user" }
-- bad:
CREATE ROLE berth_a_user;
CREATE ROLE berth_b_user;
CREATE SCHEMA berth_a;
CREATE SCHEMA berth_b;
GRANT USAGE ON SCHEMA app, berth_a TO berth_a_user;
REVOKE ALL ON app.tenant, app.note FROM app_user, reporter;
CREATE SEQUENCE app.receipt_no;
CREATE TABLE berth_a.receipt (no bigint PRIMARY KEY DEFAULT nextval('app.receipt_no'), text text);
CREATE TABLE berth_b.receipt (no bigint PRIMARY KEY DEFAULT nextval('app.receipt_no'), text text);
INSERT INTO berth_a.receipt (text) VALUES ('mooring');
INSERT INTO berth_b.receipt (text) VALUES ('bulkhead_probe_b mooring');
GRANT SELECT, INSERT ON berth_a.receipt TO berth_a_user;
GRANT USAGE ON SEQUENCE app.receipt_no TO berth_a_user;
-- good:
CREATE ROLE berth_a_user;
CREATE ROLE berth_b_user;
CREATE SCHEMA berth_a;
CREATE SCHEMA berth_b;
GRANT USAGE ON SCHEMA app, berth_a TO berth_a_user;
REVOKE ALL ON app.tenant, app.note FROM app_user, reporter;
CREATE SEQUENCE app.receipt_no;
CREATE SEQUENCE berth_a.receipt_no;
CREATE TABLE berth_a.receipt (no bigint PRIMARY KEY DEFAULT nextval('berth_a.receipt_no'), text text);
CREATE TABLE berth_b.receipt (no bigint PRIMARY KEY DEFAULT nextval('app.receipt_no'), text text);
INSERT INTO berth_a.receipt (text) VALUES ('mooring');
INSERT INTO berth_b.receipt (text) VALUES ('bulkhead_probe_b mooring');
GRANT SELECT, INSERT ON berth_a.receipt TO berth_a_user;
GRANT USAGE ON SEQUENCE berth_a.receipt_no TO berth_a_user;
