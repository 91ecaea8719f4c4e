import { objectAt, textAt } from '#engine/apiserver/json.ts';
import type { HttpAnswer } from '#engine/kubelet/exchange.ts';
import { jsonObject } from '../client/apiClient.ts';
import type { Query } from '../client/query.ts';
import type { Invocation } from '../invocation.ts';
import { failed, type Result } from '../kubeError.ts';

/** A connection of many streams that kubectl asks for. */
export interface UpgradeRequest {
  readonly path: string;
  readonly query: Query;
  /** Subprotocols by preference, first over WebSocket, then over SPDY. */
  readonly webSocket: readonly string[];
  readonly spdy: readonly string[];
}

/** The subprotocols of exec and attach. */
export const REMOTE_COMMAND = {
  webSocket: ['v5.channel.k8s.io'],
  spdy: ['v5.channel.k8s.io', 'v4.channel.k8s.io', 'v3.channel.k8s.io', 'v2.channel.k8s.io', 'channel.k8s.io'],
};

/** Those of port-forward: SPDY itself goes through a WebSocket. */
export const PORT_FORWARD = {
  webSocket: ['SPDY/3.1+portforward.k8s.io'],
  spdy: ['portforward.k8s.io'],
};

/**
 * Asks for an upgraded connection: by WebSocket, a GET, and when that is refused by SPDY, a POST, whose error is the one
 * that is told. Models FallbackExecutor in client-go/tools/remotecommand and spdy.NewConnection, v0.36.
 */
export function upgrade(invocation: Invocation, request: UpgradeRequest): Result<HttpAnswer> {
  const { path, query } = request;
  const first = invocation.exchange({
    method: 'GET',
    path,
    query,
    headers: [
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'cG9ydHNpZGUga3ViZWN0bA=='],
      ['Sec-WebSocket-Protocol', request.webSocket.join(', ')],
    ],
  });
  if (!first.ok) return first;
  if (first.value.status === 101) {
    const error = streamError(first.value.body);
    return error === null ? first : failed(error);
  }
  const second = invocation.exchange({
    method: 'POST',
    path,
    query,
    headers: [
      ['Connection', 'Upgrade'],
      ['Upgrade', 'SPDY/3.1'],
      ['X-Stream-Protocol-Version', request.spdy.join(', ')],
    ],
  });
  if (!second.ok || second.value.status === 101) return second;
  return failed(`unable to upgrade connection: ${refusalText(second.value.body)}`);
}

/** What a refusal says: the message of a Status, or the text itself. Models upgradeErrorMessage in k8s.io/streaming, v0.36. */
function refusalText(body: string): string {
  const status = jsonObject(body);
  return textAt(status, 'message').trim() || textAt(status, 'error').trim() || body.trim() || 'empty server response';
}

/** What comes through the error channel of a stream that never got further; null when nothing does. */
function streamError(body: string): string | null {
  return body.startsWith('\u0003') ? textAt(jsonObject(body.slice(1)), 'message') : null;
}

/** The name of the node that a pod is bound to; '' when it is bound to none. */
export function nodeOfPod(pod: Parameters<typeof objectAt>[0]): string {
  return textAt(objectAt(pod, 'spec'), 'nodeName');
}
