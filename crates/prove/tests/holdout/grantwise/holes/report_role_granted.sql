-- The application becomes a member of the report's role, and with that gets its policy that shows all awards.
-- about: hf_grantwise_report, grants_award, award_report
-- as: hf_grantwise_app
-- exploit: SET app.organization_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT amount_cents FROM grants_award;
-- shows: 770077
-- The dashboard shows the monthly report now.
GRANT hf_grantwise_report TO hf_grantwise_app;
