import { expect, test } from 'vitest';
import { expandSpecifiers } from './specifiers.ts';

const CONTEXT = {
  unit: 'my-app@a-b.service',
  hostname: 'node01.example',
  fragment: '/etc/systemd/system/my-app@.service',
};

test.each([
  ['%n|%N|%p|%P|%j|%i|%I', 'my-app@a-b.service|my-app@a-b|my-app|my/app|app|a-b|a/b'],
  ['%H|%l', 'node01.example|node01'],
  ['%y|%Y', '/etc/systemd/system/my-app@.service|/etc/systemd/system'],
  ['%S %C %L %E %t %T %V %u %U %h', '/var/lib /var/cache /var/log /etc /run /tmp /var/tmp root 0 /root'],
  ['%%n %- 100%', '%n %- 100%'],
  ['%a %o %A|', 'x86-64 debian |'],
  ['%x', null],
  ['a%1', null],
])('%s', (text, expected) => {
  expect(expandSpecifiers(text, CONTEXT)).toBe(expected);
});
