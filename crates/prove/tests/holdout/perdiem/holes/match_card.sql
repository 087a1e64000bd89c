-- A login reads where cards of other organisations were used, as the matching looks at all payments.
-- about: match_card, card_payments
-- as: hf_perdiem_app
-- exploit: SET app.current_org = '1';
-- exploit: SELECT * FROM expense.match_card('4242');
-- shows: Road-secret jeweller
CREATE FUNCTION expense.match_card(p_last4 text)
RETURNS TABLE (payment_no integer, merchant text, cents bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = expense, pg_temp AS $$
  SELECT p.payment_no, p.merchant, p.cents FROM expense.card_payments p WHERE p.last4 = p_last4
$$;
REVOKE EXECUTE ON FUNCTION expense.match_card(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expense.match_card(text) TO hf_perdiem_app;
