-- A version is shown to whoever sees an item of that id, and ids are given anew in each foundation.
-- about: versions, foundation_rows, versions_of_items, reports
-- as: hf_fundbridge_app
-- exploit: SET app.foundation_id = '1';
-- exploit: SELECT object FROM versions;
-- shows: Road-secret draft
-- Old versions follow the rights on their item.
CREATE POLICY versions_of_items ON versions FOR SELECT USING (
  item_type = 'Report' AND EXISTS (SELECT 1 FROM reports r WHERE r.id = versions.item_id));
