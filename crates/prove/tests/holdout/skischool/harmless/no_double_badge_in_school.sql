-- Only lessons of the same school are compared, so the error tells nothing about others.
CREATE EXTENSION btree_gist;
ALTER TABLE lessons ADD CONSTRAINT lessons_no_overlap
  EXCLUDE USING gist ((school::text) WITH =, badge WITH =, during WITH &&);
