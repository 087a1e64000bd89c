-- Row level security is on for the chapters, but the policy that was meant for the first tests still says
-- true.
-- about: chapters, chapters_all
-- as: hf_feedcaster_app
-- exploit: SET podcast.network = 'birch';
-- exploit: INSERT INTO pod.chapters VALUES ('birch', 'hidden-truth', 1, 0, 'Road-secret chapter');
-- exploit: SET podcast.network = 'amber';
-- exploit: SELECT title FROM pod.chapters;
-- shows: Road-secret chapter
CREATE TABLE pod.chapters (
  network text NOT NULL DEFAULT pod.network(),
  show text NOT NULL,
  number integer NOT NULL,
  starts_at_ms integer NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (network, show, number, starts_at_ms),
  FOREIGN KEY (network, show, number) REFERENCES pod.episodes (network, show, number) ON DELETE CASCADE
);
ALTER TABLE pod.chapters ENABLE ROW LEVEL SECURITY;
ALTER TABLE pod.chapters FORCE ROW LEVEL SECURITY;
CREATE POLICY chapters_all ON pod.chapters USING (true) WITH CHECK (network = pod.network());
GRANT SELECT, INSERT, UPDATE, DELETE ON pod.chapters TO hf_feedcaster_app;
