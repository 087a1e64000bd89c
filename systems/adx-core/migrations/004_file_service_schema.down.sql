-- Undoes 004. LOST: file versions, shares, processing jobs, thumbnails, tags, folders, the access log and
-- the storage providers with their settings. The files of 001 stay, and so do all bytes with the storage
-- provider.

DROP FUNCTION IF EXISTS public.redeem_file_share(text);

DROP TABLE IF EXISTS
  public.storage_providers, public.file_access_logs, public.file_folder_assignments, public.file_folders,
  public.file_tag_assignments, public.file_tags, public.file_thumbnails, public.file_processing_jobs,
  public.file_shares, public.file_versions;

DROP FUNCTION IF EXISTS public.move_subfolders();
DROP FUNCTION IF EXISTS public.place_folder();
