-- Work that nobody has locked yet is open to every operator, to read and to take.
-- about: work_queue, operator
-- as: hf_vendo_app
-- exploit: SET vend.operator = '2';
-- exploit: SELECT task FROM vend.work_queue;
-- shows: Road-secret task
-- Workers see what is free and what is theirs.
DROP POLICY operator ON vend.work_queue;
CREATE POLICY operator ON vend.work_queue
  USING (locked_by IS NULL OR locked_by = current_user AND operator_id = vend.op())
  WITH CHECK (operator_id = vend.op());
