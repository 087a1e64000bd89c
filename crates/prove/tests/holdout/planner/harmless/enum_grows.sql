-- One more state.
ALTER TYPE "TaskState" ADD VALUE IF NOT EXISTS 'DROPPED';
