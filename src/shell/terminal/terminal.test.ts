// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the shell's own
import { expect, test, vi } from 'vitest';
import { desk } from './typing.fixture.ts';

// The interpreter is a megabyte of script, which a busy machine may take seconds to read.
vi.setConfig({ testTimeout: 20_000 });

test('what a line leaves is there for the next: directory, variables, arrays, functions, aliases, options, status', async () => {
  const { type, terminal } = await desk();
  await type(
    'cd /etc/kubernetes; x=1; export y=2; a=(p "q r"); declare -A m=([k]=v); f() { echo "f $1"; }; alias g=grep; set -o pipefail',
  );
  expect(terminal.prompt()).toBe('root@node01:/etc/kubernetes# ');
  expect(await type('echo $x $y "${a[1]}" ${m[k]} $OLDPWD', 'f z', 'echo b | g b', 'false | true', 'echo $?')).toBe(
    '1 2 q r v /root\nf z\nb\n1\n',
  );
  expect(await type('env | grep -c "^[xy]="', 'unset x; unalias g', 'echo "[$x]"; g', 'cd')).toBe(
    '1\n[]\nbash: g: command not found\n',
  );
  expect(terminal.prompt()).toBe('root@node01:~# ');
});

test('statuses of a pipe, of a negation and of what is not there', async () => {
  const { type } = await desk();
  expect(await type('false | true | false', 'echo ${PIPESTATUS[@]}', '! true', 'echo $?', 'nope', 'echo $?')).toBe(
    '1 0 1\n1\nbash: nope: command not found\n127\n',
  );
});

test('lists go on as bash goes on, and print in the order in which things happened', async () => {
  const { type } = await desk();
  expect(await type('ls /nope || echo failed && echo on; false && echo never; echo end')).toBe(
    "ls: cannot access '/nope': No such file or directory\nfailed\non\nend\n",
  );
  expect(await type('echo x > /nope/y || echo failed', 'cat < /nope', 'echo x > /etc')).toBe(
    'bash: /nope/y: No such file or directory\nfailed\nbash: /nope: No such file or directory\nbash: /etc: Is a directory\n',
  );
});

test('clock and chance are the world’s', async () => {
  const [one, other] = [await desk(), await desk()];
  expect(await one.type('date; sleep 90; date +%T; echo $SECONDS $EPOCHSECONDS')).toBe(
    'Tue Nov 24 12:00:00 UTC 2026\n12:01:30\n90 1795521690\n',
  );
  const lines = ['echo $RANDOM $((RANDOM % 100)) $RANDOM', 'mktemp', 'for i in 1 2; do echo $RANDOM; done'];
  await other.type('sleep 90');
  const numbers = await one.type(...lines);
  expect(numbers).toBe(await other.type(...lines));
  expect(new Set(numbers.split(/\s+/)).size).toBeGreaterThan(5);
});

test('writes of one file in a row are one event; order against other events holds', async () => {
  const { typed } = await desk();
  const { events } = await typed(
    'for i in 1 2 3; do echo $i >> /tmp/a; done; systemctl restart kubelet; echo 4 >> /tmp/a',
  );
  expect(events.map((event) => [event.type, 'text' in event ? event.text : ''])).toEqual([
    ['write', '1\n2\n3\n'],
    ['restart', ''],
    ['write', '1\n2\n3\n4\n'],
  ]);
});

test('owners, modes and times are the world’s', async () => {
  const { type } = await desk();
  await type(
    'cd /tmp; echo hello > a; chmod u=rwx,g+w,o= a; chown nobody:nogroup a; mkdir -p d/e; sleep 60; touch d/f',
  );
  expect(await type('ls -l')).toBe(
    'total 8\n-rwxrw---- 1 nobody nogroup    6 Nov 24 12:00 a\ndrwxr-xr-x 3 root   root    4096 Nov 24 12:00 d\n',
  );
  expect(await type('stat -c "%a %A %U:%G %s %n" a d; find . -user nobody -o -name f; ls -l d/f')).toBe(
    '760 -rwxrw---- nobody:nogroup 6 a\n755 drwxr-xr-x root:root 4096 d\n./a\n./d/f\n-rw-r--r-- 1 root root 0 Nov 24 12:01 d/f\n',
  );
});

test('a directory that loses its last file stays', async () => {
  const { type } = await desk();
  expect(
    await type(
      'mv /etc/kubernetes/manifests/* /root/',
      'ls -d /etc/kubernetes/manifests; ls /etc/kubernetes/manifests',
    ),
  ).toBe('/etc/kubernetes/manifests\n');
});

test('what is refused while it is parsed changes nothing', async () => {
  const { typed } = await desk();
  for (const line of [
    'echo a > /tmp/a; fi',
    'rm -r /etc; (',
    'echo a > /tmp/a && && true',
    'echo a > /tmp/a | | cat',
  ]) {
    const { events, exitCode, stderr } = await typed(line);
    expect([line, events.length, exitCode]).toEqual([line, 0, 2]);
    expect(stderr).toMatch(
      /^bash: (syntax error near unexpected token `|unexpected EOF|syntax error: unexpected end of file)/,
    );
  }
});

test('shells lie within shells, and what was typed behind one goes on when it is left', async () => {
  const { type, terminal } = await desk();
  expect(await type('cd /tmp; sudo -i; echo back in $PWD')).toBe('');
  expect([terminal.prompt(), terminal.depth()]).toEqual(['root@node01:~# ', 1]);
  expect(await type('x=inner; cd /etc', 'exit 3', 'echo $? "[$x]"')).toBe('logout\nback in /tmp\n0 []\n');
  expect(terminal.depth()).toBe(0);
});

test('leaving the first shell leaves everything, and says so', async () => {
  const { typed, type } = await desk();
  await type('x=1');
  expect(await typed('exit 4; echo never')).toMatchObject({ isOver: true, exitCode: 4, stdout: '' });
  expect(await type('echo "[$x]"')).toBe('[]\n');
});

test('a script is a program, and so is what xargs and find call', async () => {
  const { type } = await desk();
  await type('printf \'#!/bin/bash\\necho "$# $1"; kubectl version --client\\n\' > /tmp/s; chmod +x /tmp/s');
  expect(await type('/tmp/s a b; bash /tmp/s c | head -1; echo "x y" | xargs -n1 echo =')).toMatch(
    /^2 a\nClient Version: .*\n[\s\S]*1 c\n= x\n= y\n$/,
  );
  expect(await type('find /etc/kubernetes -name "*.yaml" -exec basename {} \\;')).toBe('web.yaml\n');
});

test('a command whose output is the terminal knows it, also behind sudo and in a loop', async () => {
  const { type } = await desk();
  await type('cd /etc/kubernetes');
  expect(await type('ls', 'sudo ls', 'ls | cat', 'for i in 1; do ls; done', 'x=$(ls); echo "$x"')).toBe(
    'kubelet.conf  manifests  pki\nkubelet.conf  manifests  pki\nkubelet.conf\nmanifests\npki\nkubelet.conf  manifests  pki\nkubelet.conf\nmanifests\npki\n',
  );
});

test('what never ends is stopped, and the shell goes on', async () => {
  const { type } = await desk();
  expect(await type('while :; do :; done', 'f() { f; }; f', 'echo on')).toMatch(/^portside: stopped.*\n[\s\S]*on\n$/);
});

test('a line that is interrupted ends with 130', async () => {
  const { terminal, world } = await desk();
  const stop = new AbortController();
  stop.abort();
  const typed = await terminal.type('echo a', {
    world: world(),
    columns: 80,
    signal: stop.signal,
    history: [],
    write: () => {},
  });
  expect(typed).toMatchObject({ exitCode: 130, events: [] });
});

test('jobs, absent programs and other users are owned up to', async () => {
  const { type } = await desk();
  expect(await type('sleep 1 &', 'tar x', 'sudo -u nobody id')).toBe(
    'portside: background jobs are not modelled; the command ran to its end instead\nportside: tar is not modelled\nportside: other users than root are not modelled, so sudo cannot become nobody\n',
  );
});

test('playing the events of a line makes the world that the line saw', async () => {
  const { typed, world } = await desk();
  for (const line of [
    'sed -i s/false/true/ /var/lib/kubelet/config.yaml; sleep 3; systemctl restart kubelet',
    'kubectl get nodes; rm -r /etc/kubernetes/manifests; touch /tmp/a >> /tmp/b',
  ]) {
    const { world: seen } = await typed(line);
    expect(world()).toEqual(seen);
  }
});

test('a line behind ssh is run there, with this end’s input and output', async () => {
  const { type, typed } = await desk();
  const { events } = await typed('echo hi | ssh root@controlplane "cat > /tmp/x; cat /tmp/x; hostname" | tr a-z A-Z');
  expect(events).toEqual([{ type: 'write', node: 'controlplane', path: '/tmp/x', text: 'hi\n' }]);
  expect(await type('ssh controlplane cat /tmp/x; cat /tmp/x; ssh controlplane false; echo $?')).toBe(
    'hi\ncat: /tmp/x: No such file or directory\n1\n',
  );
});

test('what is followed into a pipe prints what there is, and ends', async () => {
  const { type, typed } = await desk();
  await type('systemctl start kubelet');
  expect(await type('journalctl -fu kubelet | head -1')).toMatch(/kubelet/);
  expect((await typed('journalctl -fu kubelet | head -1')).next).toBeNull();
  expect((await typed('journalctl -fu kubelet')).next?.kind).toBe('follow');
});

test('what goes to the terminal stands in the order in which it was printed', async () => {
  const { type } = await desk();
  const missing = 'No such file or directory';
  expect(await type('kubectl auth can-i get nodes -n default')).toMatch(/^Warning: .*\n\nyes\n$/);
  expect(await type('cat /nope /etc/hostname; ls /nope /etc/hostname; sudo cat /nope /etc/hostname')).toBe(
    `cat: /nope: ${missing}\nnode01\nls: cannot access '/nope': ${missing}\n/etc/hostname\ncat: /nope: ${missing}\nnode01\n`,
  );
  expect(await type('for i in 1 2; do echo $i; ls /nope$i; done; ls /nope 2>/dev/null')).toBe(
    `1\nls: cannot access '/nope1': ${missing}\n2\nls: cannot access '/nope2': ${missing}\n`,
  );
  // What went into the pipe is shown by what reads it.
  expect(await type('cat /etc/hostname /nope | head -1; ssh controlplane cat /nope /etc/hostname')).toBe(
    `cat: /nope: ${missing}\nnode01\ncat: /nope: ${missing}\ncontrolplane\n`,
  );
  await type('systemctl start kubelet');
  expect(await type('curl -sv http://localhost:10248/healthz')).toMatch(/< \r\nok\* Connection #0 .* left intact\n$/);
});
