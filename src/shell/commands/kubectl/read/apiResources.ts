import { API } from '#engine/apiserver/serve/resource.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import { READ_HELP } from '../help/read.data.ts';
import type { Invocation } from '../invocation.ts';
import { apiVersionOf, groupResource, preferredResources, type Resource } from '../kinds/mapper.ts';
import { errorText } from '../kubeError.ts';
import { objectPrinter } from '../print/objectPrinter.ts';
import { TABLE_STYLE, tabbed } from '../print/tabWriter.ts';
import type { Finish, Subcommand } from '../subcommand.ts';

/** `kubectl api-resources`. Models kubectl/pkg/cmd/apiresources/apiresources.go, v0.36. */
export const API_RESOURCES: Subcommand = {
  path: 'api-resources',
  help: READ_HELP['api-resources'] ?? '',
  run: runResources,
};

/** `kubectl api-versions`. Models kubectl/pkg/cmd/apiresources/apiversions.go, v0.36. */
export const API_VERSIONS: Subcommand = {
  path: 'api-versions',
  help: READ_HELP['api-versions'] ?? '',
  run: runVersions,
};

function runResources(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  if (parameters.length > 0) return invocation.misused(`unexpected arguments: [${parameters.join(' ')}]`);
  const output = flags.text('output');
  if (!['', 'wide', 'name', 'json', 'yaml'].includes(output)) {
    return invocation.fail(
      `unable to match a printer suitable for the output format ${goQuote(output)}, allowed formats are: json,kyaml,name,wide,yaml`,
    );
  }
  const sortBy = flags.text('sort-by');
  if (!['', 'name', 'kind'].includes(sortBy)) return invocation.fail('--sort-by accepts only name or kind');
  const unreached = invocation.discoverAnew();
  if (unreached !== null) return invocation.fail(unreached);
  const resources = chosen(invocation, sortBy);
  if (output === 'json' || output === 'yaml') return printList(invocation, resources);
  if (output === 'name') invocation.print(resources.map((resource) => `${groupResource(resource)}\n`).join(''));
  else invocation.print(table(resources, output === 'wide', !flags.on('no-headers')));
  return invocation.done();
}

function chosen({ flags }: Invocation, sortBy: string): readonly Resource[] {
  const verbs = flags.list('verbs');
  const categories = flags.list('categories');
  const resources = preferredResources().filter(
    (resource) =>
      (!flags.isSet('namespaced') || resource.namespaced === flags.on('namespaced')) &&
      (!flags.isSet('api-group') || resource.group === flags.text('api-group')) &&
      verbs.every((verb) => resource.verbs.includes(verb)) &&
      categories.every((category) => resource.categories.includes(category)),
  );
  const order = ({ group, name, kind }: Resource) =>
    sortBy === 'kind' ? [kind] : sortBy === 'name' ? [name] : [group, name];
  return resources
    .map((resource, index) => ({ resource, index, order: order(resource) }))
    .sort((left, right) => compare(left.order, right.order) || left.index - right.index)
    .map(({ resource }) => resource);
}

function compare(left: readonly string[], right: readonly string[]): number {
  for (const [index, one] of left.entries()) {
    const other = right[index] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function table(resources: readonly Resource[], wide: boolean, headers: boolean): string {
  const header = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND', ...(wide ? ['VERBS', 'CATEGORIES'] : [])];
  const lines = resources.map((resource) => {
    const { name, shortNames, namespaced, kind, verbs, categories } = resource;
    const more = wide ? [verbs.join(','), categories.join(',')] : [];
    return [name, shortNames.join(','), apiVersionOf(resource), String(namespaced), kind, ...more];
  });
  return tabbed([...(headers ? [header] : []), ...lines].map((cells) => `${cells.join('\t')}\n`).join(''), TABLE_STYLE);
}

function printList(invocation: Invocation, resources: readonly Resource[]): Finish {
  const list: JsonObject = {
    apiVersion: 'v1',
    groupVersion: '',
    kind: 'APIResourceList',
    resources: resources.map(({ name, singular, namespaced, group, version, kind, verbs, shortNames, categories }) => ({
      name,
      singularName: singular,
      namespaced,
      ...(group === '' ? {} : { group }),
      version,
      kind,
      verbs,
      ...(shortNames.length === 0 ? {} : { shortNames }),
      ...(categories.length === 0 ? {} : { categories }),
    })),
  };
  const printer = objectPrinter(invocation);
  const text = printer.ok ? printer.value(list) : printer;
  if (!text.ok) return invocation.fail(text.error);
  invocation.print(text.value);
  return invocation.done();
}

function runVersions(invocation: Invocation): Finish {
  const { parameters } = invocation;
  if (parameters.length > 0) return invocation.misused(`unexpected arguments: [${parameters.join(' ')}]`);
  const unreached = invocation.discoverAnew();
  if (unreached !== null) {
    return unreached.kind === 'url' || unreached.kind === 'status'
      ? invocation.fail(`couldn't get available api versions from server: ${errorText(unreached)}`)
      : invocation.fail(unreached);
  }
  invocation.print(
    [...API.keys()]
      .sort()
      .map((version) => `${version}\n`)
      .join(''),
  );
  return invocation.done();
}
