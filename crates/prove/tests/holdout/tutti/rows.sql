INSERT INTO library_instrument VALUES (1, 'Violin'), (2, 'Oboe');
INSERT INTO library_ensemble VALUES (31, 'Hill Choir'), (62, 'Road-secret Orchestra');
INSERT INTO library_person VALUES (31, 1, 'Hill Singer', 's@hill.test'), (62, 1, 'Road-secret Oboist',
   'o@road.test');
INSERT INTO library_work VALUES
  (31, 1, 'Morning Mass', 'N. N.', 'morning-mass', 'old'),
  (62, 1, 'Morning Mass', 'N. N.', 'mass-in-the-morning', 'Road-secret cuts'),
  (62, 2, 'Night Suite', 'N. N.', 'night-suite', 'Road-secret premiere');
INSERT INTO library_part VALUES (31, 1, 1, 1, 1), (62, 1, 1, 2, 1);
INSERT INTO library_copy VALUES (31, 1, 1, 'BC-1', 'clean'), (62, 1, 1, 'BC-2', 'Road-secret marks');
INSERT INTO library_loan VALUES
  (31, 1, 1, 1, '2029-01-01', NULL, 'late'), (62, 1, 1, 1, '2029-01-01', NULL, 'Road-secret excuse');
INSERT INTO library_concert VALUES (31, 1, '2030-05-01', 'Hill Hall'), (62, 1, '2030-06-01',
   'Road-secret Hall');
INSERT INTO library_message (ensemble_id, text) VALUES (31, 'Welcome'), (62, 'Road-secret welcome');
