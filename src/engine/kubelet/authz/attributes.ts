import type { AccessQuestion } from '../../apiserver/review.ts';
import type { Subject } from '../../apiserver/subject.ts';
import { BROAD, FINE_GRAINED, FINE_GRAINED_BY_DEFAULT, type SubresourceRow, VERBS } from './subresources.table.ts';

/** What of a kubelet decides which attributes a request has. */
export interface AttributesInput {
  readonly subject: Subject;
  readonly method: string;
  /** Clean, decoded path without query. */
  readonly path: string;
  readonly nodeName: string;
  /** The 36 of 1.36. */
  readonly minor: number;
  readonly gates: Readonly<Record<string, boolean>>;
}

/**
 * The questions that stand for a request, in the order in which they are asked: the first that is allowed lets it
 * through. They differ in nothing but the subresource, and there is always one.
 * Models pkg/kubelet/server/auth.go, v1.36.
 */
export function attributesOf(input: AttributesInput): readonly AccessQuestion[] {
  const { subject, method, path, nodeName, minor, gates } = input;
  const fineGrained = Object.hasOwn(gates, 'KubeletFineGrainedAuthz')
    ? gates.KubeletFineGrainedAuthz === true
    : minor >= FINE_GRAINED_BY_DEFAULT;
  const fine = fineGrained ? match(FINE, path, minor) : null;
  const subresources = [...(fine === null ? [] : [fine]), match(REST, path, minor) ?? 'proxy'];
  return subresources.map((subresource) => ({
    subject,
    verb: verbOf(method),
    group: '',
    version: 'v1',
    resource: 'nodes',
    subresource,
    namespace: '',
    name: nodeName,
  }));
}

/** The verb of an HTTP method: the method alone decides, so a WebSocket's GET is `get` whatever it does. */
export function verbOf(method: string): string {
  return (Object.hasOwn(VERBS, method) ? VERBS[method] : undefined) ?? '';
}

type Row = SubresourceRow & { readonly below: string };

const withBelow = (row: SubresourceRow): Row => ({ ...row, below: `${row.path}/` });
const FINE = FINE_GRAINED.map(withBelow);
const REST = BROAD.map(withBelow);

function match(rows: readonly Row[], path: string, minor: number): string | null {
  const row = rows.find(
    (candidate) => candidate.since <= minor && (path === candidate.path || path.startsWith(candidate.below)),
  );
  return row?.subresource ?? null;
}
