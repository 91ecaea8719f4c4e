import { objectAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { readKubeconfig } from '#engine/kubelet/start/kubeconfig.ts';
import { type ApiAnswer, type ApiCall, callApi } from '../kubectl/client/apiClient.ts';
import type { ClientConfig } from '../kubectl/client/clientConfig.ts';
import { errorText, failed, type KubeError, type Result, reasonOf } from '../kubectl/kubeError.ts';
import type { Machine } from './machine.ts';

/** How kubeadm reaches an API server without anything of its own. */
export function anonymousAt(server: string, authority: string | null): ClientConfig {
  return {
    server,
    authority,
    insecure: authority === null,
    serverName: '',
    certificate: null,
    token: '',
    basic: null,
    impersonate: { user: '', uid: '', groups: [], extra: [] },
    namespace: 'default',
    namespaceGiven: false,
  };
}

/** A client by a kubeconfig file; the error in client-go's words. */
export function clientFrom(machine: Machine, path: string): Result<ClientConfig> {
  if (machine.read(path) === null) return failed(`open ${path}: no such file or directory`);
  const read = readKubeconfig(machine.files(), path);
  if (!read.ok) return failed(read.error);
  const { server, authority, certificate, token } = read.kubeconfig;
  return {
    ok: true,
    value: {
      ...anonymousAt(/^https?:\/\//.test(server) ? server : `https://${server}`, authority?.text ?? ''),
      certificate: certificate === null ? null : { pem: certificate.text, name: certificate.path ?? path },
      token: token ?? '',
    },
  };
}

/** Sends a request as kubeadm does, which waits ten seconds for an answer. */
export function ask(machine: Machine, config: ClientConfig, call: ApiCall): Result<ApiAnswer> {
  return callApi(config, machine, call);
}

/** `data` of a ConfigMap. */
export function configMapData(
  machine: Machine,
  config: ClientConfig,
  namespace: string,
  name: string,
): Result<JsonObject> {
  const path = `/api/v1/namespaces/${namespace}/configmaps/${name}`;
  const answer = ask(machine, config, {
    method: 'GET',
    path,
    query: [['timeout', '10s']],
    resource: 'configmaps',
    name,
  });
  return answer.ok ? { ok: true, value: objectAt(answer.value.object, 'data') } : answer;
}

export function textOfError(error: KubeError): string {
  return errorText(error);
}

export function isMissing(error: KubeError): boolean {
  return reasonOf(error) === 'NotFound';
}
