import { expect, test } from 'vitest';
import { decodeConfigFile } from './configFile.ts';

const HEAD = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';

function errorOf(body: string): string {
  const decoded = decodeConfigFile(HEAD + body, 36);
  return decoded.ok ? (decoded.lenient?.error ?? 'fine') : decoded.error;
}

const field = (where: string, type: string, value: string): string =>
  `failed to decode: json: cannot unmarshal ${value} into Go struct field ${where} of type ${type}`;

test.each([
  ['port: x', field('KubeletConfiguration.port', 'int32', 'string')],
  ['port: 1.5', field('KubeletConfiguration.port', 'int32', 'number 1.5')],
  ['port: 99999999999', field('KubeletConfiguration.port', 'int32', 'number 99999999999')],
  ['port: 10250.0', 'fine'],
  ['clusterDNS: 10.96.0.10', field('KubeletConfiguration.clusterDNS', '[]string', 'string')],
  ['clusterDNS: [1]', field('KubeletConfiguration.clusterDNS', 'string', 'number')],
  ['featureGates: {A: "x"}', field('KubeletConfiguration.featureGates', 'bool', 'string')],
  ['featureGates: []', field('KubeletConfiguration.featureGates', 'map[string]bool', 'array')],
  [
    'authentication: {anonymous: false}',
    field('KubeletAuthentication.authentication.anonymous', 'v1beta1.KubeletAnonymousAuthentication', 'bool'),
  ],
  ['authorization: Webhook', field('KubeletConfiguration.authorization', 'v1beta1.KubeletAuthorization', 'string')],
  ['registerWithTaints: [{key: 1}]', field('Taint.registerWithTaints.key', 'string', 'number')],
  ['syncFrequency:', 'failed to decode: time: invalid duration ""'],
  ['containerLogMonitorInterval:', 'fine'],
  // A type that refuses its own text ends decoding and wins over an earlier wrong type.
  ['port: x\nsyncFrequency: 2', field('KubeletConfiguration.syncFrequency', 'string', 'number')],
  ['syncFrequency: 2days\nport: x', 'failed to decode: time: unknown unit "days" in duration "2days"'],
  [
    'Port: 1\nauthentication: {Anonymous: {}}',
    'strict decoding error: unknown field "Port", unknown field "authentication.Anonymous"',
  ],
  [
    'port: 1\nport: 2\nx: 1',
    'strict decoding error: yaml: unmarshal errors:\n  line 4: key "port" already set in map, unknown field "x"',
  ],
  [
    'shutdownGracePeriodByPodPriority: [{x: 1}]',
    'strict decoding error: unknown field "shutdownGracePeriodByPodPriority[0].x"',
  ],
])('%s', (body, error) => {
  expect(errorOf(body)).toBe(error);
});

test('a later version’s field is unknown to an older one', () => {
  const decoded = decodeConfigFile(`${HEAD}tlsCurvePreferences: [29]`, 34);
  expect(decoded).toMatchObject({ lenient: { error: 'strict decoding error: unknown field "tlsCurvePreferences"' } });
});

test('keys of the prototype are keys like others', () => {
  expect(errorOf('__proto__: {a: 1}\nconstructor: 2')).toBe(
    'strict decoding error: unknown field "__proto__", unknown field "constructor"',
  );
  expect(errorOf('evictionHard: {__proto__: 5%}')).toBe('fine');
});
