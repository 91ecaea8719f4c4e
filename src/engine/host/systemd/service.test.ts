import { expect, test } from 'vitest';
import { writeText } from '../files.ts';
import { loadUnit } from './load.ts';
import { type ServiceOptions, serviceOptions, shallRestart, startLimitHit } from './service.ts';
import { FOREVER } from './timeSpan.ts';

const UNIT = '/usr/lib/systemd/system/kubelet.service';

function options(text: string): ServiceOptions {
  return serviceOptions(loadUnit(writeText({}, UNIT, text, 1), 'kubelet.service', 1).unit);
}

test('has systemd’s defaults', () => {
  expect(options('[Service]\nExecStart=/usr/bin/kubelet\n')).toEqual({
    description: 'kubelet.service',
    type: 'simple',
    restart: 'no',
    restartSec: 100,
    startLimitInterval: 10_000,
    startLimitBurst: 5,
    timeoutStopSec: 90_000,
    user: '',
    group: '',
    successExitStatus: [],
    restartPreventExitStatus: [],
    wantedBy: [],
  });
});

test('reads what kubeadm’s unit says', () => {
  const text =
    '[Unit]\nDescription=kubelet: The Kubernetes Node Agent\n[Service]\nExecStart=/usr/bin/kubelet\nRestart=always\nStartLimitInterval=0\nRestartSec=10\n[Install]\nWantedBy=multi-user.target\n';
  expect(options(text)).toMatchObject({
    description: 'kubelet: The Kubernetes Node Agent',
    restart: 'always',
    restartSec: 10_000,
    startLimitInterval: 0,
    wantedBy: ['multi-user.target'],
  });
});

test('the last value that systemd takes holds', () => {
  const text =
    '[Unit]\nStartLimitIntervalSec=30\nStartLimitBurst=3\n[Service]\nType=notify\nType=fancy\nExecStart=/usr/bin/kubelet\nRestart=on-failure\nRestart=allways\nRestartSec=2min\nRestartSec=x\nTimeoutStopSec=0\nRestartPreventExitStatus=1 SIGKILL\n';
  expect(options(text)).toMatchObject({
    type: 'notify',
    restart: 'on-failure',
    restartSec: 120_000,
    startLimitInterval: 30_000,
    startLimitBurst: 3,
    timeoutStopSec: FOREVER,
    restartPreventExitStatus: [1],
  });
});

test('restarts as the policy says', () => {
  const base = options('[Service]\nExecStart=/usr/bin/kubelet\n');
  const policies = ['no', 'always', 'on-failure', 'on-success', 'on-abnormal', 'on-abort', 'on-watchdog'] as const;
  const answer = (result: Parameters<typeof shallRestart>[1]): readonly string[] =>
    policies.filter((restart) => shallRestart({ ...base, restart }, result, result === 'exit-code' ? 1 : null));
  expect(answer('success')).toEqual(['always', 'on-success']);
  expect(answer('exit-code')).toEqual(['always', 'on-failure']);
  expect(answer('signal')).toEqual(['always', 'on-failure', 'on-abnormal', 'on-abort']);
  expect(answer('resources')).toEqual(['always', 'on-failure', 'on-abnormal']);
  expect(shallRestart({ ...base, restart: 'always', restartPreventExitStatus: [1] }, 'exit-code', 1)).toBe(false);
});

test('refuses one start too many within the interval', () => {
  const limited = options('[Service]\nExecStart=/usr/bin/kubelet\n');
  expect(startLimitHit(limited, [0, 1, 2, 3], 4)).toBe(false);
  expect(startLimitHit(limited, [0, 1, 2, 3, 4], 5)).toBe(true);
  expect(startLimitHit(limited, [0, 1, 2, 3, 4], 10_001)).toBe(false);
  expect(startLimitHit({ ...limited, startLimitInterval: 0 }, [0, 0, 0, 0, 0, 0], 0)).toBe(false);
});
