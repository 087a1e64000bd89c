-- Harmless: the trash is emptied only by admins of the item's workspace.
CREATE POLICY items_purge ON board.items FOR DELETE
  USING (deleted_at IS NOT NULL AND board.is_admin(workspace_id));
