-- A rule about rates as a restrictive policy: it narrows the network's policy and opens nothing.
CREATE POLICY sponsors_rate ON sponsors AS RESTRICTIVE FOR INSERT WITH CHECK (rate_cents > 0);
