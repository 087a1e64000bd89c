-- Undoes 005. LOST: workflow executions with their activities, signals and queries, schedules, templates,
-- metrics, the settings of AI workflows and the workflows across services.

DROP TABLE IF EXISTS
  public.cross_service_workflows, public.ai_workflow_configs, public.workflow_metrics,
  public.workflow_queries, public.workflow_signals, public.workflow_templates, public.workflow_schedules,
  public.workflow_activities, public.workflow_executions;
