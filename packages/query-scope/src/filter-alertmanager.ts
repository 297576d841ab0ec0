// Answers of Alertmanager's API v2. Each throws OrielError `upstream_failed` for anything that is no such answer.
import type { Reach } from '@oriel/domain/reach';
import { type Fields, isFields, isLabelledWithin, listOf } from './answer-fields.ts';
import { isWithin, prepareReach } from './prepared-reach.ts';
import { refuseAnswer } from './refusal.ts';

/** `/api/v2/alerts`: alerts whose own labels cluster and namespace lie in the reach. */
export function filterAlertmanagerAlerts(answer: unknown, reach: Reach): unknown {
  const prepared = prepareReach(reach);
  return listOf(answer).filter((alert) => isLabelledWithin(prepared, alert));
}

/** `/api/v2/alerts/groups`: the same in each group; groups left without an alert go. */
export function filterAlertGroups(answer: unknown, reach: Reach): unknown {
  const prepared = prepareReach(reach);
  return listOf(answer).flatMap((group) => {
    const alerts = listOf(group.alerts).filter((alert) => isLabelledWithin(prepared, alert));
    return alerts.length === 0 ? [] : [{ ...group, alerts }];
  });
}

/** `/api/v2/silences`: those whose matchers pin a cluster and a namespace of the reach. */
export function filterSilences(answer: unknown, reach: Reach): unknown {
  const prepared = prepareReach(reach);
  return listOf(answer).filter(({ matchers }) => {
    const list = listOf(matchers);
    return isWithin(prepared, pinned(list, 'cluster'), pinned(list, 'namespace'));
  });
}

/** `/api/v2/status`: without the configuration, which names everybody's receivers. */
export function filterStatus(answer: unknown, reach: Reach): unknown {
  if (!isFields(answer)) throw refuseAnswer();
  return prepareReach(reach) === 'all' ? answer : { ...answer, config: { original: '' } };
}

/** The one value that a label has in whatever is silenced; Alertmanager leaves `isEqual` out where it is true. */
function pinned(matchers: readonly Fields[], label: string): string | undefined {
  const own = matchers.find(
    ({ name, isRegex, isEqual }) => name === label && isRegex === false && (isEqual ?? true) === true,
  );
  return typeof own?.value === 'string' ? own.value : undefined;
}
