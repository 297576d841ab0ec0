import { unquote } from '@oriel/query-scope/go-string';
import { type Expression, isScalar, type Labelling, tenantLabel } from './expression.ts';

/** They look at all series at once, and so would say something else of each part. */
const overall = new Set(['absent', 'absent_over_time', 'scalar', 'vector', 'info']);
/** They may write the label that tells tenants apart. */
const labelling = new Set(['label_replace', 'label_join']);

/**
 * Whether the expression gives for all tenants together just what it gives for each of them: then the answers of parts
 * stand beside each other. Sorting is a matter of the whole and is looked after elsewhere.
 */
export function isTenantwise(expression: Expression): boolean {
  switch (expression.type) {
    case 'series':
      return true;
    case 'number':
    case 'scalar':
    case 'vector':
    case 'string':
      return false;
    case 'subquery':
    case 'negation':
      return isTenantwise(expression.inner);
    case 'call':
      return isTenantwiseCall(expression);
    case 'aggregation':
      return isTenantwise(expression.inner) && keepsTenants(expression.grouping) && isFixed(expression.parameter);
    case 'binary': {
      const { left, right, matching } = expression;
      if (isScalar(left) || isScalar(right)) return isTenantwise(left) || isTenantwise(right);
      return isTenantwise(left) && isTenantwise(right) && keepsTenants(matching);
    }
  }
}

function isTenantwiseCall({ name, arguments: given }: Expression & { readonly type: 'call' }): boolean {
  if (overall.has(name) || name.startsWith('sort')) return false;
  const series = given.filter(isTenantwise);
  if (series.length === 0) return false;
  if (labelling.has(name) && given[1]?.type === 'string' && unquote(given[1].text) === tenantLabel) return false;
  return given.every((one) => one.type === 'string' || isScalar(one) || isTenantwise(one));
}

function isFixed(parameter: Expression | undefined): boolean {
  return parameter === undefined || parameter.type === 'string' || isScalar(parameter);
}

function keepsTenants({ only, labels }: Labelling): boolean {
  return only === labels.includes(tenantLabel);
}
