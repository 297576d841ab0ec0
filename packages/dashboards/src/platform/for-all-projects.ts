import type { Dashboard } from '../kit/dashboard.ts';
import { dataSources } from '../kit/data-sources.ts';
import { variables } from '../kit/variables.ts';

interface Model {
  readonly templating: { readonly list: readonly object[] };
}

/**
 * A project's dashboard where there are many projects: with a variable for the project in front, which every query and
 * every link keeps. Clusters of two projects may have one name.
 */
export function forAllProjects(dashboard: Dashboard): Dashboard {
  const text = JSON.stringify(dashboard.model)
    .replaceAll(String.raw`cluster=~\"$cluster\"`, String.raw`project=~\"$project\", cluster=~\"$cluster\"`)
    .replaceAll(
      'label_values(kube_pod_info, cluster)',
      String.raw`label_values(kube_pod_info{project=~\"$project\"}, cluster)`,
    )
    .replaceAll('"label":"cluster","stream":""', String.raw`"label":"cluster","stream":"{project=~\"$project\"}"`)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana fills it in.
    .replaceAll('${__url_time_range}', '${project:queryparam}&${__url_time_range}');
  const model = JSON.parse(text) as Model;
  const isOfLogs = JSON.stringify(model.templating.list[0]).includes(dataSources.logs.uid);
  const project = (isOfLogs ? variables.logProject() : variables.project()).build();
  const list = [JSON.parse(JSON.stringify(project)) as object, ...model.templating.list];
  return { ...dashboard, model: { ...model, templating: { ...model.templating, list } } };
}
