import { isWithin, type PreparedReach } from './prepared-reach.ts';
import { refuseAnswer } from './refusal.ts';

/** A part of an answer, whose shape is yet to be looked at. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws OrielError `upstream_failed` */
export function listOf(value: unknown): readonly Fields[] {
  if (!Array.isArray(value) || !value.every(isFields)) throw refuseAnswer();
  return value;
}

/** Whether its own labels cluster and namespace lie in the reach. */
export function isLabelledWithin(reach: PreparedReach, { labels }: Fields): boolean {
  if (!isFields(labels)) return false;
  return isWithin(reach, textOf(labels, 'cluster'), textOf(labels, 'namespace'));
}

function textOf(labels: Fields, name: string): string | undefined {
  const value = Object.hasOwn(labels, name) ? labels[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
