-- An update policy without WITH CHECK is harmless: its USING then counts for the new row as well.
DROP POLICY staff_edit ON tre.staff;
CREATE POLICY staff_edit ON tre.staff FOR UPDATE USING (company_id = tre.current_company());
