-- With no house set the comparison gives null, the check does not raise, and any invoice of any house comes
-- back.
-- about: invoice_statement
-- as: hf_auctions_app
-- exploit: SELECT auc.invoice_statement('22222222-2222-2222-2222-222222222222', 1);
-- shows: Road-secret remark
CREATE FUNCTION auc.invoice_statement(p_house uuid, p_invoice integer) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = auc, pg_temp AS $$
DECLARE
  v_text text;
BEGIN
  IF p_house <> current_house() THEN
    RAISE EXCEPTION 'not your house';
  END IF;
  SELECT concat_ws(' ', i.invoice_no, b.full_name, i.total, i.remark) INTO v_text
    FROM invoices i JOIN bidders b ON b.house_id = i.house_id AND b.id = i.bidder_id
   WHERE i.house_id = p_house AND i.invoice_no = p_invoice;
  RETURN v_text;
END
$$;
