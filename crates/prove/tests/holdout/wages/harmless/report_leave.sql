-- The login for statistics reads leave as well; the policy of the table holds for it like for the
-- application.
GRANT SELECT (employer_id, staff_no, days) ON pay.leave_requests TO hf_wages_report;
