-- The application resets its workers with TRUNCATE, which no policy holds back.
-- about: workers
-- as: hf_scheduler_app
-- exploit: SET sched.account = 'elm';
-- exploit: TRUNCATE sched.workers;
-- shows: TRUNCATE TABLE
GRANT ALL ON sched.workers TO hf_scheduler_app;
