-- Accounts become unique by plate, and the upsert of the function adds to the account of whichever operator
-- has it.
-- about: top_up, accounts_plate
-- as: hf_parking_app
-- exploit: SET park.operator = '1';
-- exploit: SELECT 'balance is now ' || park.top_up('R 9', 1);
-- shows: balance is now 124
ALTER TABLE park.accounts ADD CONSTRAINT accounts_plate UNIQUE (plate);
CREATE FUNCTION park.top_up(p_plate text, p_amount numeric) RETURNS numeric
LANGUAGE sql SECURITY DEFINER SET search_path = park, pg_temp AS $$
  INSERT INTO accounts (operator_id, plate, owner_name, balance)
  VALUES (park.operator(), p_plate, 'unknown', p_amount)
  ON CONFLICT (plate) DO UPDATE SET balance = accounts.balance + excluded.balance
  RETURNING balance
$$;
