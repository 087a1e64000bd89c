-- A lawyer reads what he did himself within the firm.
ALTER POLICY firm_wall ON law.audit
  USING (firm = law.current_firm()
         AND (law.current_lawyer() IS NULL OR lawyer_no = law.current_lawyer()))
  WITH CHECK (firm = law.current_firm());
