-- The view for reports takes its account from a second setting first, which every session can choose.
-- about: SpendReport, SpendDaily, report_account
-- as: hf_bannerforge_app
-- exploit: SET app.account_id = 'acc_a';
-- exploit: SET app.report_account = 'acc_b';
-- exploit: SELECT * FROM "SpendReport";
-- shows: 87654321
-- Support looks at the numbers of a customer without leaving its own account.
CREATE VIEW "SpendReport" AS
  SELECT s."accountId", s."campaignId", s."day", sum(s."cents") AS "cents"
  FROM "SpendDaily" s
  WHERE s."accountId" = coalesce(nullif(current_setting('app.report_account', true), ''),
    nullif(current_setting('app.account_id', true), ''))
  GROUP BY s."accountId", s."campaignId", s."day";
GRANT SELECT ON "SpendReport" TO hf_bannerforge_app;
