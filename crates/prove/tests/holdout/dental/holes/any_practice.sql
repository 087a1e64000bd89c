-- Charts ask whether the user works anywhere at all; the array is compared with itself and not with the row.
-- about: charts, chart_readers
-- as: hf_dental_app
-- exploit: SET request.jwt.claims = '{"sub": "ua"}';
-- exploit: SELECT entry FROM dental.charts;
-- shows: chart-secret
CREATE POLICY chart_readers ON dental.charts FOR SELECT TO hf_dental_app
  USING (dental.my_practices() && (SELECT array_agg(s.practice_id) FROM dental.staff s
    WHERE s.user_id = dental.who()));
