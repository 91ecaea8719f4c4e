import { expect, test } from 'vitest';
import { type Files, writeText } from '../files.ts';
import { loadUnit } from './load.ts';
import {
  changedOnDiskWarning,
  jobFailed,
  mainProcessExited,
  refusal,
  scheduledRestart,
  started,
  startLimitLines,
} from './sentences.ts';
import { SYSTEMD_VERSIONS } from './version.table.ts';

const NAME = 'kubelet.service';
const TITLE = 'kubelet: The Kubernetes Node Agent';
const UNIT = `/usr/lib/systemd/system/${NAME}`;

function refuse(files: Files, verb: 'start' | 'stop' | 'restart'): string | null {
  return refusal(loadUnit(files, NAME, 1).unit, verb)?.stderr ?? null;
}

test('speaks of units as systemd does', () => {
  expect(started(NAME, TITLE).text).toBe('Started kubelet.service - kubelet: The Kubernetes Node Agent.');
  expect(started(NAME, NAME).text).toBe('Started kubelet.service.');
  expect(mainProcessExited(NAME, 1).text).toBe('kubelet.service: Main process exited, code=exited, status=1/FAILURE');
  expect(mainProcessExited(NAME, 203).text).toBe('kubelet.service: Main process exited, code=exited, status=203/EXEC');
  expect(mainProcessExited(NAME, 255).text).toBe(
    'kubelet.service: Main process exited, code=exited, status=255/EXCEPTION',
  );
  expect(startLimitLines(NAME, TITLE, 'start-limit-hit').map((line) => line.text)).toEqual([
    'kubelet.service: Start request repeated too quickly.',
    "kubelet.service: Failed with result 'start-limit-hit'.",
    'Failed to start kubelet.service - kubelet: The Kubernetes Node Agent.',
  ]);
});

test('an automatic restart stops the unit first only before systemd 254', () => {
  const lines = SYSTEMD_VERSIONS.map((systemd) => scheduledRestart(NAME, TITLE, 3, systemd).map((line) => line.text));
  const due = 'kubelet.service: Scheduled restart job, restart counter is at 3.';
  expect(lines).toEqual([[due, 'Stopped kubelet.service - kubelet: The Kubernetes Node Agent.'], [due]]);
});

test('systemctl says why a unit cannot be started', () => {
  const see = "See system logs and 'systemctl status kubelet.service' for details.\n";
  expect(refuse({}, 'restart')).toBe('Failed to restart kubelet.service: Unit kubelet.service not found.\n');
  expect(refuse({}, 'stop')).toBe('Failed to stop kubelet.service: Unit kubelet.service not loaded.\n');
  expect(refuse(writeText({}, UNIT, '', 1), 'start')).toBe(
    'Failed to start kubelet.service: Unit kubelet.service is masked.\n',
  );
  expect(refuse(writeText({}, UNIT, '[Service]\n', 1), 'start')).toBe(
    `Failed to start kubelet.service: Unit kubelet.service has a bad unit file setting.\n${see}`,
  );
  expect(refuse(writeText({}, UNIT, '[Service', 1), 'start')).toContain(
    'failed to load properly, please adjust/correct and reload service manager: Bad message\n',
  );
  expect(refuse(writeText({}, UNIT, '[Service]\nExecStart=/usr/bin/kubelet', 1), 'start')).toBeNull();
});

test('systemctl warns and reports', () => {
  expect(changedOnDiskWarning(NAME)).toBe(
    "Warning: The unit file, source configuration file or drop-ins of kubelet.service changed on disk. Run 'systemctl daemon-reload' to reload units.\n",
  );
  expect(jobFailed(NAME, 'resources')).toBe(
    'Job for kubelet.service failed because of unavailable resources or another system error.\nSee "systemctl status kubelet.service" and "journalctl -xeu kubelet.service" for details.\n',
  );
});
