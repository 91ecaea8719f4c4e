import * as v from 'valibot';
import { about } from './about.ts';

/** The simple values that a pack is made of, each with the words that its author reads when it is wrong. */
export const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by dashes'),
  v.title('words-with-dashes'),
);
export const absolutePath = v.pipe(
  v.string(),
  v.regex(/^\/[^\s]*$/, 'must be an absolute path'),
  v.title('absolute path'),
);
export const curlLine = v.pipe(v.string(), v.regex(/^curl\s/, 'must be a curl line'), v.title('curl line'));
export const container = v.pipe(
  v.string(),
  v.regex(/^[^/]+\/[^/]+\/[^/]+$/, 'must be namespace/pod/container'),
  v.title('namespace/pod/container'),
);
/** In quotes, so that YAML does not take them for a number. */
export const mode = v.pipe(
  v.string(),
  v.regex(/^0[0-7]{3}$/, 'must be four octal digits in quotes, such as "0600"'),
  v.title('four octal digits in quotes'),
);
export const owner = v.pipe(
  v.string(),
  v.regex(/^[a-z_][a-z0-9_-]*$/, 'must be the name of a user or group'),
  v.title('user or group'),
);
export const scalar = v.union([v.string(), v.number(), v.boolean()]);

/** Somebody that RBAC knows. */
export const subject = v.pipe(
  v.string(),
  v.regex(
    /^(user:.+|group:.+|sa:[^/]+\/[^/]+|anonymous)$/,
    'must be user:NAME, group:NAME, sa:NAMESPACE/NAME or anonymous',
  ),
  v.title('user:NAME, group:NAME, sa:NAMESPACE/NAME or anonymous'),
);

/** An object of the cluster by its kind and names. */
export const reference = v.strictObject({
  kind: about('`ClusterRoleBinding`, `ConfigMap`, …', text),
  namespace: v.optional(about('Empty for what stands in none.', v.string()), ''),
  name: about('Its name.', text),
});
