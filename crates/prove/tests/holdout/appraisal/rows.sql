INSERT INTO hr.rating_scale VALUES (1, 'Poor'), (3, 'Good'), (5, 'Great');
INSERT INTO hr.company VALUES (1, 'Ash Textiles'), (2, 'Road-secret Robotics');
INSERT INTO hr.employee (company_id, employee_no, full_name, email, job_title, manager_no) VALUES
  (1, 7, 'Ann', 'ann@ash.test', 'Weaver', NULL),
  (1, 8, 'Art', 'art@ash.test', 'Dyer', 7),
  (2, 7, 'Road-secret Boss', 'boss@road.test', 'Robot chief', NULL),
  (2, 9, 'Road-secret Bea', 'bea.quill@road.test', 'Welder', 7);
INSERT INTO hr.review_cycle VALUES
  (1, 'H1', 'Spring', '2024-01-01', '2024-06-30'),
  (2, 'H1', 'Road-secret layoffs', '2024-01-01', '2024-06-30');
INSERT INTO hr.review VALUES (1, 'H1', 8, 4, 'Solid'), (2, 'H1', 9, 2, 'Road-secret review');
INSERT INTO hr.review_answer VALUES (1, 'H1', 8, 1, 'Fine'), (2, 'H1', 9, 1, 'Road-secret answer');
INSERT INTO hr.goal (company_id, employee_no, title) VALUES (1, 8, 'Learn blue'), (2, 9, 'Road-secret goal');
INSERT INTO hr.feedback (company_id, about_no, author_no, visibility, note) VALUES
  (1, 8, 7, 'manager', 'Well done'),
  (2, 9, 7, 'shared', 'Road-secret praise');
INSERT INTO hr.salary_change VALUES
  (1, 8, '2024-01-01', 4000000, 'Start'),
  (2, 7, '2024-01-01', 9876543, 'Road-secret raise');
INSERT INTO hr.one_on_one VALUES (1, 8, '2024-03-01', 'Chat'), (2, 9, '2024-03-01', 'Road-secret talk');
