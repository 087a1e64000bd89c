-- Payments are booked on an invoice found by its number alone, so another company's invoice can be paid off.
-- about: record_payment, invoices
-- as: hf_tallybook_app
-- exploit: SET tally.company_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT 'left to pay: ' || record_payment('INV-77', 77);
-- shows: left to pay: 770000
CREATE FUNCTION record_payment(p_number text, p_cents bigint) RETURNS bigint LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE invoices SET
    paid_cents = paid_cents + p_cents,
    state = CASE WHEN paid_cents + p_cents >= total_cents THEN 'paid' ELSE 'part_paid' END
  WHERE number = p_number
  RETURNING total_cents - paid_cents
$$;
GRANT EXECUTE ON FUNCTION record_payment(text, bigint) TO hf_tallybook_app;
