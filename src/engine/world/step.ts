import { serveApi } from '../apiserver/serve/serve.ts';
import { settle } from '../controlplane/settle.ts';
import { advance } from './advance.ts';
import type { Step } from './change.ts';
import { told } from './change.ts';
import { changeFile } from './changeFile.ts';
import { changeObject } from './changeObject.ts';
import type { WorldEvent } from './event.ts';
import { sendInBulk, sendRequest } from './sendRequest.ts';
import { signalProcess } from './signal.ts';
import { setSysctl } from './sysctl.ts';
import { daemonReload, serviceCommand } from './systemctl.ts';
import { enable, resetFailed } from './unitState.ts';
import { upgrade } from './upgrade.ts';
import type { World } from './world.ts';

/**
 * The whole simulation: one event makes the next world and tells what happened. Pure: the same world and event
 * always give the same step. An event on a node or unit that is not there changes nothing and says so.
 */
export function step(world: World, event: WorldEvent): Step {
  return settle(world, happen(world, event));
}

/** The same for judges, which ask copies by the thousand: requests go without the machine, and end alike. */
export function stepInBulk(world: World, event: WorldEvent): Step {
  return event.type === 'request' ? settle(world, sendInBulk(world, event.node, event.request)) : step(world, event);
}

function happen(world: World, event: WorldEvent): Step {
  switch (event.type) {
    case 'write':
    case 'remove':
    case 'chmod':
    case 'chown':
    case 'mkdir':
      return changeFile(world, event);
    case 'daemon-reload':
      return daemonReload(world, event.node);
    case 'start':
    case 'stop':
    case 'restart':
      return serviceCommand(world, event.node, event.type, event.unit);
    case 'enable':
    case 'disable':
      return enable(world, event.node, event.type, event.unit);
    case 'reset-failed':
      return resetFailed(world, event.node, event.unit);
    case 'signal':
      return signalProcess(world, event.node, event.pid, event.signal);
    case 'sysctl':
      return setSysctl(world, event.node, event.name, event.value);
    case 'upgrade':
      return upgrade(world, event.node, event.version);
    case 'advance':
      return advance(world, event.milliseconds);
    case 'request':
      return sendRequest(world, event.node, event.request);
    case 'api-request':
      return serveApi(world, event.node, event.request);
    case 'apply':
    case 'delete':
      return changeObject(world, event);
    case 'reachable': {
      const next = { ...world, cluster: { ...world.cluster, reachable: event.reachable } };
      return { world: next, trace: told(next) };
    }
  }
}
