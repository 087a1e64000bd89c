-- Matter numbers become unique among all firms: a refused number tells that some other firm opened that
-- matter.
-- about: matters_number, matters
-- as: hf_lawfirm_app
-- exploit: SET law.firm = 'hill';
-- exploit: INSERT INTO law.matters (firm, matter_no, client_no, title) VALUES ('hill', 'm-7', 1, 'probe');
-- shows: violates unique constraint
-- Numbers were typed in both cases.
CREATE UNIQUE INDEX matters_number ON law.matters (upper(matter_no));
