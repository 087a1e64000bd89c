INSERT INTO dental.procedure_codes VALUES ('01', 'Check');
INSERT INTO dental.practices VALUES (501, 'Smile', 'l1'), (502, 'Grin-secret', 'licence-secret');
INSERT INTO dental.staff VALUES (501, 'ua', 'owner', 'red'), (502, 'ub', 'owner', 'colour-secret');
INSERT INTO dental.profiles VALUES ('ua', 'Ua'), ('ub', 'Ub-secret');
INSERT INTO dental.patients VALUES (501, 1, 'Own', 'I-1', false), (502, 1, 'Pat-secret', 'I-9', false),
  (502, 2, 'Gone-secret', 'I-8', true);
INSERT INTO dental.charts VALUES (501, 1, 11, 'own'), (502, 1, 11, 'chart-secret');
INSERT INTO dental.appointments (practice_id, patient_no, starts_at, dentist, reason) VALUES
  (501, 1, '2026-08-01', 'dr', 'own'), (502, 1, '2026-08-01', 'dr', 'reason-secret');
INSERT INTO dental.treatments (practice_id, patient_no, code, fee, remark) VALUES
  (501, 1, '01', 1, 'own'), (502, 1, '01', 90, 'remark-secret');
INSERT INTO dental.referrals (practice_id, referral_id, patient_no, letter) VALUES
  (502, '50200000-0000-0000-0000-000000000001', 1, 'letter-secret');
