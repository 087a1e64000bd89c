-- The chart is a barrier view without its caller's rights: it names every network's shows and their
-- downloads.
-- about: top_shows, shows, downloads
-- as: hf_feedcaster_app
-- exploit: SET podcast.network = 'amber';
-- exploit: SELECT title, hits FROM pod.top_shows;
-- shows: Road-secret truth
CREATE VIEW pod.top_shows WITH (security_barrier = true) AS
SELECT s.network, s.slug, s.title, sum(d.hits) AS hits
FROM pod.shows s
JOIN pod.downloads d ON d.network = s.network AND d.show = s.slug
GROUP BY s.network, s.slug, s.title
ORDER BY hits DESC
LIMIT 100;
GRANT SELECT ON pod.top_shows TO hf_feedcaster_app;
