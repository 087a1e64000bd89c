-- harmless: workers see what is free and what is theirs, of their own operator.
DROP POLICY operator ON vend.work_queue;
CREATE POLICY operator ON vend.work_queue
  USING ((locked_by IS NULL OR locked_by = current_user) AND operator_id = vend.op())
  WITH CHECK (operator_id = vend.op());
