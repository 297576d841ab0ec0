import type { Reach } from '@oriel/domain/reach';
import { type Fields, isFields, isLabelledWithin, listOf } from './answer-fields.ts';
import type { Store } from './calls.ts';
import { logql } from './logql.ts';
import { isQueryWithin } from './narrow.ts';
import { type PreparedReach, prepareReach } from './prepared-reach.ts';
import { promql } from './promql.ts';
import { refuseAnswer } from './refusal.ts';

/**
 * The ruler's `/api/v1/alerts`: alerts whose own labels cluster and namespace lie in the reach.
 *
 * @throws OrielError `upstream_failed` for anything that is no such answer; so do the others.
 */
export function filterAlerts(answer: unknown, reach: Reach): unknown {
  const prepared = prepareReach(reach);
  if (prepared === 'all') return answer;
  const alerts = listIn(dataOf(answer), 'alerts').filter((alert) => isLabelledWithin(prepared, alert));
  return { status: 'success', data: { alerts } };
}

/**
 * The ruler's `/api/v1/rules`: rules whose own labels lie in the reach, with such alerts; and rules whose every
 * selector reads within the reach, since their alerts come from nothing else. Groups left without a rule go.
 */
export function filterRules(answer: unknown, reach: Reach, store: Store): unknown {
  const prepared = prepareReach(reach);
  if (prepared === 'all') return answer;
  const data = dataOf(answer);
  const groups = listIn(data, 'groups').flatMap((group) => {
    const rules = listIn(group, 'rules').flatMap((rule) => ruleWithin(rule, prepared, store) ?? []);
    return rules.length === 0 ? [] : [{ ...group, rules }];
  });
  // The next page's token says nothing but where it starts.
  const { groupNextToken } = data;
  return {
    status: 'success',
    data: typeof groupNextToken === 'string' ? { groups, groupNextToken } : { groups },
  };
}

/** `/api/v1/metadata`: what is said of the metrics named, which are those that the reach holds. */
export function filterMetadata(answer: unknown, metrics: ReadonlySet<string>): unknown {
  const data = Object.fromEntries(Object.entries(dataOf(answer)).filter(([metric]) => metrics.has(metric)));
  return { status: 'success', data };
}

function ruleWithin(rule: Fields, reach: PreparedReach, store: Store): Fields | undefined {
  if (isLabelledWithin(reach, rule)) {
    if (rule.alerts === undefined) return rule;
    return { ...rule, alerts: listIn(rule, 'alerts').filter((alert) => isLabelledWithin(reach, alert)) };
  }
  return readsWithin(rule, reach, store) && !asksInTemplates(rule) ? rule : undefined;
}

function readsWithin(rule: Fields, reach: PreparedReach, store: Store): boolean {
  if (typeof rule.query !== 'string') throw refuseAnswer();
  try {
    return isQueryWithin(store === 'metrics' ? promql : logql, rule.query, reach);
  } catch {
    // A rule that cannot be read for certain is not shown.
    return false;
  }
}

/** Templates of labels and annotations can run queries of their own, whose results would stand in the alerts. */
function asksInTemplates(rule: Fields): boolean {
  const texts = [rule.labels, rule.annotations].flatMap((fields) => (isFields(fields) ? Object.values(fields) : []));
  return texts.some((text) => typeof text !== 'string' || /\bquery\b/.test(text));
}

function dataOf(answer: unknown): Fields {
  if (!isFields(answer) || answer.status !== 'success' || !isFields(answer.data)) throw refuseAnswer();
  return answer.data;
}

function listIn(fields: Fields, name: string): readonly Fields[] {
  return listOf(fields[name]);
}
