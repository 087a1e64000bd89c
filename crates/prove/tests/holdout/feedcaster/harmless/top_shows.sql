-- The chart as a view with its caller's rights: each network ranks its own shows.
CREATE VIEW pod.top_shows WITH (security_invoker = true, security_barrier = true) AS
SELECT s.network, s.slug, s.title, sum(d.hits) AS hits
FROM pod.shows s
JOIN pod.downloads d ON d.network = s.network AND d.show = s.slug
GROUP BY s.network, s.slug, s.title
ORDER BY hits DESC
LIMIT 100;
GRANT SELECT ON pod.top_shows TO hf_feedcaster_app;
