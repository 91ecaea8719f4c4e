import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readManifest } from './manifest.ts';

const AT = 1_795_511_369_910;
const read = (text: string) => readManifest('/etc/kubernetes/manifests/x.yaml', text, 'node01', AT);
const problem = (text: string): string => {
  const result = read(text);
  return result.ok ? '' : result.log.text;
};
const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: ${spec}\n`;

test('names a static pod after its node and marks where it came from', () => {
  const result = read(pod('{containers: [{name: c, image: nginx}]}'));
  expect(result.ok && result.pod.metadata).toMatchObject({
    name: 'x-node01',
    namespace: 'default',
    annotations: { 'kubernetes.io/config.source': 'file' },
  });
});

test('writes the defaults of the API', () => {
  const spec =
    '{hostNetwork: true, containers: [{name: c, image: nginx, ports: [{containerPort: 80}], resources: {limits: {cpu: 1}}}], volumes: [{name: v}]}';
  const result = read(pod(spec));
  expect(result.ok && result.pod.spec).toMatchObject({
    volumes: [{ name: 'v', emptyDir: {} }],
    containers: [
      {
        imagePullPolicy: 'Always',
        ports: [{ hostPort: 80, containerPort: 80, protocol: 'TCP' }],
        resources: { limits: { cpu: '1' }, requests: { cpu: '1' } },
      },
    ],
    tolerations: [{ operator: 'Exists', effect: 'NoExecute' }],
  });
});

test('keeps the order of Go and drops what no Pod has', () => {
  const result = read(pod('{nonsense: 1, hostPID: true, containers: [{image: a, name: c}]}'));
  expect(result.ok && Object.keys(result.pod.spec).slice(0, 2)).toEqual(['containers', 'restartPolicy']);
  expect(result.ok && Object.hasOwn(result.pod.spec, 'nonsense')).toBe(false);
});

test.each([
  ['', "Object 'Kind' is missing in ''"],
  ['a: [', 'yaml: '],
  ['kind: Pod', "Object 'apiVersion' is missing"],
  ['kind: Deployment\napiVersion: apps/v2', 'no kind \\"Deployment\\" is registered for version \\"apps/v2\\"'],
  [pod('{}'), 'spec.containers: Required value'],
  [pod('{containers: [{name: c}]}'), 'spec.containers[0].image: Required value'],
  [pod('{containers: [{name: C_, image: a}]}'), 'spec.containers[0].name: Invalid value'],
  [
    pod('{containers: [{name: c, image: a, ports: [{containerPort: "80"}]}]}'),
    'json: cannot unmarshal string into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32',
  ],
  [pod('{containers: 5}'), 'json: cannot unmarshal number into Go struct field PodSpec.spec.containers'],
])('logs what is wrong with %j', (text, expected) => {
  expect(problem(text)).toContain(expected);
});

test('any text is a pod or a log line', { timeout: 30_000 }, () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)));
  fc.assert(fc.property(fc.json(), (text) => void read(pod(text))));
  fc.assert(
    fc.property(
      fc.json(),
      fc.json(),
      (metadata, containers) =>
        void read(
          `{"apiVersion":"v1","kind":"Pod","metadata":${metadata},"spec":{"containers":${containers},"__proto__":{}}}`,
        ),
    ),
  );
});
