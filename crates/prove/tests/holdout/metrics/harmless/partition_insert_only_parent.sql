-- One more partition for a large tenant, without a grant.
CREATE TABLE ts.samples_huge PARTITION OF ts.samples FOR VALUES IN (3);
