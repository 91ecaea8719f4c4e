import { expect, test } from 'vitest';
import { runLine, worldAfter } from '../context.fixture.ts';
import { hostname } from '../hostname/hostname.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { uptime } from '../uptime/uptime.ts';
import { ip } from './ip.ts';

test('addresses are shown whole and brief', () => {
  expect(runLine(ip, 'a', WARM).stdout).toContain(
    '    inet 10.0.0.11/24 brd 10.0.0.255 scope global eth0\n       valid_lft forever preferred_lft forever\n',
  );
  expect(runLine(ip, '-br a show eth0', WARM).stdout).toBe('eth0             UP             10.0.0.11/24 \n');
  expect(runLine(ip, '-4 addr show lo', WARM).stdout).not.toContain('link/loopback');
  expect(runLine(ip, 'r', WARM).stdout).toContain('10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.11 \n');
});

test.each([
  ['addr show nope', 'Device "nope" does not exist.\n', 1],
  ['foo', 'Object "foo" is unknown, try "ip help".\n', 1],
  ['-z', 'Option "-z" is unknown, try "ip -help".\n', 255],
  ['addr add 1.2.3.4/24 dev eth0', 'portside: interfaces and addresses can be read here, not changed.\n', 1],
])('ip %s is refused', (line, stderr, exitCode) => {
  expect(runLine(ip, line, WARM)).toMatchObject({ stderr, exitCode });
});

test('name, address and uptime', () => {
  expect(runLine(hostname, '', WARM).stdout).toBe('node01\n');
  expect(runLine(hostname, '-I', WARM).stdout).toBe('10.0.0.11 \n');
  const later = worldAfter(WARM, [{ type: 'advance', milliseconds: 90_000_000 }]);
  expect(runLine(uptime, '', later).stdout).toMatch(/ up 1 day, {2}\d:\d\d, {2}1 user, {2}load average: /);
  expect(runLine(uptime, '-p', WARM).stdout).toBe('up 1 hour\n');
});
