-- AlterTable
ALTER TABLE "clusters" ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}';

-- Written by hand from here on ----------------------------------------------------------------

-- What was chosen for a cluster so far becomes the cluster's own default.
INSERT INTO policies (level, cluster_id, setting, mode, value)
  SELECT 'cluster', id, switch.setting, 'default', to_jsonb(switch.is_on)
  FROM clusters, LATERAL (VALUES ('monitoring.enabled', monitoring_enabled), ('logging.enabled', logging_enabled))
    AS switch (setting, is_on);

-- The gateway hands out what the settings say.
CREATE TRIGGER clusters_notify_settings AFTER UPDATE ON clusters FOR EACH ROW
  WHEN (OLD.settings IS DISTINCT FROM NEW.settings)
  EXECUTE FUNCTION notify_clusters();
