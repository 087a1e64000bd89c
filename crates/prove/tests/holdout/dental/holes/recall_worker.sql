-- The sender of recalls works through a list with its owner's rights; the list is a view that can be changed.
-- about: recall_work, recall_queue
-- as: hf_dental_app
-- exploit: SET request.jwt.claims = '{"sub": "ua"}';
-- exploit: DELETE FROM dental.recall_work;
-- shows: DELETE 2
CREATE VIEW dental.recall_work AS
  SELECT practice_id, patient_no, due FROM dental.recall_queue WHERE due < current_date + 365;
GRANT DELETE ON dental.recall_work TO hf_dental_app;
