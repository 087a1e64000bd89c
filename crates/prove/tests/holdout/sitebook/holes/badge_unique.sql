-- A firm learns whether a badge is in use at another, because badges are unique over all firms now.
-- about: workers_badge, workers, badge
-- as: hf_sitebook_app
-- exploit: SET sitebook.firm = '500';
-- exploit: INSERT INTO site.workers VALUES (500, 9, 'x', 'B-2', 'mason');
-- shows: violates unique constraint "workers_badge"
-- A badge opens gates of several firms on the same ground, so it may exist once only.
ALTER TABLE site.workers DROP CONSTRAINT workers_badge;
ALTER TABLE site.workers ADD CONSTRAINT workers_badge UNIQUE (badge);
