-- The counter is advanced for the year only, so each call changes and shows the counters of all charities.
-- about: next_receipt_no, receipt_counter
-- as: hf_kindstub_app
-- exploit: SET charity.id = '1';
-- exploit: SELECT 'number ' || give.next_receipt_no(2026);
-- shows: number 5001
CREATE FUNCTION give.next_receipt_no(wanted integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = give, pg_temp AS $$
BEGIN
  INSERT INTO give.receipt_counter (charity_id, year) VALUES (give.this_charity(), wanted)
  ON CONFLICT DO NOTHING;
  UPDATE give.receipt_counter SET last_no = last_no + 1 WHERE year = wanted;
  RETURN (SELECT max(last_no) FROM give.receipt_counter WHERE year = wanted);
END $$;
GRANT EXECUTE ON FUNCTION give.next_receipt_no(integer) TO hf_kindstub_app;
