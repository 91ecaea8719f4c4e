import { expect, test, vi } from 'vitest';
import { MACHINE } from '#engine/host/machine.table.ts';
import { desk } from '../typing.fixture.ts';

// The interpreter is a megabyte of script, which a busy machine may take seconds to read.
vi.setConfig({ testTimeout: 20_000 });

/** Lines, and what coreutils 9.1, findutils 4.9, diffutils 3.8, sed 4.9 and bash 5.2 of Debian 12 print for them. */
const REAL: readonly (readonly [line: string, printed: string])[] = [
  ['head -n1 a; head -2 a; head -c 3 a; echo; head -n -2 a', 'one two\none two\nthree\none\none two\n'],
  ['head nope', "head: cannot open 'nope' for reading: No such file or directory\n"],
  ['head -n1 a b', '==> a <==\none two\n\n==> b <==\nb line\n'],
  ['tail -n1 a; tail -n +2 a; tail -1 a', 'four five six\nthree\nfour five six\nfour five six\n'],
  [
    'wc a; wc -l a b; wc -l < a; cat a | wc; wc nope',
    ' 3  6 28 a\n 3 a\n 1 b\n 4 total\n3\n      3       6      28\nwc: nope: No such file or directory\n',
  ],
  [
    'cat nope; cat -n a; cat .',
    'cat: nope: No such file or directory\n     1\tone two\n     2\tthree\n     3\tfour five six\ncat: .: Is a directory\n',
  ],
  ['sort nope', 'sort: cannot read: nope: No such file or directory\n'],
  ["printf 'a\\na\\nb\\n' | uniq -c", '      2 a\n      1 b\n'],
  ['sed s/x/y/ nope; echo $?', "sed: can't read nope: No such file or directory\n2\n"],
  ["sed 's/x/y' a", "sed: -e expression #1, char 5: unterminated `s' command\n"],
  [
    "sed '/three/a\\  new line' a; sed '/three/i\\before' a | head -2; sed '1i\\top' a | head -1",
    'one two\nthree\n  new line\nfour five six\none two\nbefore\ntop\n',
  ],
  [
    "sed -n '/one/,/three/p' a; sed '$d' a | wc -l; sed -E 's/(t)(w)/\\2\\1/' a | head -1",
    'one two\nthree\n2\none wto\n',
  ],
  [
    'mkdir d; mkdir d; mkdir x/y; rmdir nope',
    "mkdir: cannot create directory ‘d’: File exists\nmkdir: cannot create directory ‘x/y’: No such file or directory\nrmdir: failed to remove 'nope': No such file or directory\n",
  ],
  [
    'touch nope/t; touch',
    "touch: cannot touch 'nope/t': No such file or directory\ntouch: missing file operand\nTry 'touch --help' for more information.\n",
  ],
  [
    'cp nope c; cp a; cp d e; cp a nope/x; mv a nope/x',
    "cp: cannot stat 'nope': No such file or directory\ncp: missing destination file operand after 'a'\nTry 'cp --help' for more information.\ncp: -r not specified; omitting directory 'd'\ncp: cannot create regular file 'nope/x': No such file or directory\nmv: cannot move 'a' to 'nope/x': No such file or directory\n",
  ],
  [
    'rm nope; rm d; rm',
    "rm: cannot remove 'nope': No such file or directory\nrm: cannot remove 'd': Is a directory\nrm: missing operand\nTry 'rm --help' for more information.\n",
  ],
  [
    'chmod 600 a; chmod u+x a; stat -c %a a; chmod go=r a; stat -c %A a; chmod xyz a',
    "700\n-rwxr--r--\nchmod: invalid mode: ‘xyz’\nTry 'chmod --help' for more information.\n",
  ],
  [
    'chown nouser a; chown :nogroup a; chown 1234:99 b; stat -c %U:%G a b; chown 0:0 b; chgrp 4 a; stat -c %U:%G a b',
    'chown: invalid user: ‘nouser’\nroot:nogroup\n1234:99\nroot:adm\nroot:root\n',
  ],
  [
    'ls nope; ls -ld d; ls --bogus',
    "ls: cannot access 'nope': No such file or directory\ndrwxr-xr-x 2 root root 4096 Nov 24 12:00 d\nls: unrecognized option '--bogus'\nTry 'ls --help' for more information.\n",
  ],
  [
    'find . -type f | sort; find nope; find . -perm 744; find . -bogus',
    "./a\n./b\nfind: ‘nope’: No such file or directory\n./a\nfind: unknown predicate `-bogus'\n",
  ],
  [
    'find . -name "[ab]" ! -user root -o -type d | sort; find . -name a -exec cat {} \\; | head -1; find . -maxdepth 0',
    '.\n./b\n./d\none two\n.\n',
  ],
  [
    'diff a b; diff -q a b; diff a nope; diff a a && echo same',
    '1,3c1\n< one two\n< three\n< four five six\n---\n> b line\nFiles a and b differ\ndiff: nope: No such file or directory\nsame\n',
  ],
  ["diff -u a <(sed 's/three/3/' a) | tail -n +3", '@@ -1,3 +1,3 @@\n one two\n-three\n+3\n four five six\n'],
  [
    'echo abc | sha512sum | cut -c1-20; echo hello | sha256sum | cut -c1-20; echo aGk= | base64 -d',
    '4f285d0c0cc77286d873\n5891b5b522d5df086d0f\nhi',
  ],
  [
    'sha512sum a > s; sha512sum -c s; echo >> a; sha512sum -c s',
    'a: OK\na: FAILED\nsha512sum: WARNING: 1 computed checksum did NOT match\n',
  ],
  [
    'date -d @0 +%F; date -d "2026-01-02 03:04" "+%Y %j %A %s"; date -Is; date -d nonsense',
    '1970-01-01\n2026 002 Friday 1767323040\n2026-11-24T12:00:00+00:00\ndate: invalid date ‘nonsense’\n',
  ],
  [
    'id; id nobody; id nope',
    'uid=0(root) gid=0(root) groups=0(root)\nuid=65534(nobody) gid=65534(nogroup) groups=65534(nogroup)\nid: ‘nope’: no such user\n',
  ],
  [
    'grep -c : /etc/passwd; grep root /etc/passwd; grep ^adm /etc/group; stat -c "%a %U:%G" /etc/passwd /var/log/syslog',
    '24\nroot:x:0:0:root:/root:/bin/bash\nadm:x:4:ubuntu\n644 root:root\n640 root:adm\n',
  ],
  [
    'id ubuntu; groups ubuntu; id -G ubuntu; id -gn ubuntu; chown systemd-resolve:kmem a; stat -c "%U:%G %u:%g" a',
    'uid=1000(ubuntu) gid=1000(ubuntu) groups=1000(ubuntu),4(adm),27(sudo)\nubuntu : ubuntu adm sudo\n1000 4 27\nubuntu\nsystemd-resolve:kmem 996:15\n',
  ],
  ['grep -c "Linux version $(uname -r) .* $(uname -v)$" /var/log/syslog', '1\n'],
  [
    'seq 3 | xargs -n2 echo -; echo a | xargs -I{} echo [{}]; echo x | xargs nope',
    '- 1 2\n- 3\n[a]\nxargs: nope: No such file or directory\n',
  ],
  [
    'echo a | tee f | cat; cat f; sleep x',
    "a\na\nsleep: invalid time interval ‘x’\nTry 'sleep --help' for more information.\n",
  ],
  [
    'which ls nope; type ls cd; command -v cat',
    '/usr/bin/ls\nls is /usr/bin/ls\ncd is a shell builtin\n/usr/bin/cat\n',
  ],
  [
    'echo \'{"a":[1,{"b":"c"}]}\' | jq -c \'.a[1], (.a|length)\'; echo \'{}\' | jq -e .x; echo $?',
    '{"b":"c"}\n2\nnull\n1\n',
  ],
  ["printf 'b: 1\\na:\\n- x\\n' | yq .a; printf 'b: 1\\n' | yq -o json .", '- x\n{\n  "b": 1\n}\n'],
  [
    'umask; uname -sm; realpath a | cut -d/ -f4; basename /x/y.z .z; time sleep 1.5',
    '0022\nLinux x86_64\na\ny\n\nreal\t0m1.500s\nuser\t0m0.000s\nsys\t0m0.000s\n',
  ],
  [
    'foo; ./a; /nope/foo; . nope',
    'bash: foo: command not found\nbash: ./a: Permission denied\nbash: /nope/foo: No such file or directory\nbash: nope: No such file or directory\n',
  ],
  [
    'ls nope a 2>&1 | head -1; ls nope a > all 2>&1; cat all; ls nope a |& tail -1; ls nope a 2>&1 > /dev/null | wc -l',
    "ls: cannot access 'nope': No such file or directory\nls: cannot access 'nope': No such file or directory\na\na\n1\n",
  ],
  [
    '[ $nope -eq 1 ]; test $nope -eq 1',
    'bash: [: -eq: unary operator expected\nbash: test: -eq: unary operator expected\n',
  ],
  [`echo \${nope:?must be set}`, 'bash: nope: must be set\n'],
  [`echo \${nope:?}`, 'bash: nope: parameter null or not set\n'],
  [`echo \${nope?}`, 'bash: nope: parameter not set\n'],
  [`[[ abc =~ ^a(.)c$ ]] && echo \${BASH_REMATCH[1]}`, 'b\n'],
  [
    'cp -a a c; cp -v a b c d; mv a a; mv d c; mv d d/x; cp -b a b; ls; mv -v b~ d',
    "'a' -> 'd/a'\n'b' -> 'd/b'\n'c' -> 'd/c'\nmv: 'a' and 'a' are the same file\nmv: cannot overwrite non-directory 'c' with directory 'd'\nmv: cannot move 'd' to a subdirectory of itself, 'd/x'\na  b  b~  c  d\nrenamed 'b~' -> 'd/b~'\n",
  ],
  [
    'rm -rf /; rm -r .; rm -rv d nope; rm -x; ls',
    "rm: it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe\nrm: refusing to remove '.' or '..' directory: skipping '.'\nremoved directory 'd'\nrm: cannot remove 'nope': No such file or directory\nrm: invalid option -- 'x'\nTry 'rm --help' for more information.\na  b\n",
  ],
  [
    'mkdir -m 700 p; mkdir -pv q/w a/x; stat -c %a p; mkdir a/x; chmod -R g-rx,o= q; stat -c %a q q/w; chmod -v 0600 a; chmod --reference=a b; chmod +x b; stat -c %a b',
    "mkdir: created directory 'q'\nmkdir: created directory 'q/w'\nmkdir: cannot create directory ‘a’: Not a directory\n700\nmkdir: cannot create directory ‘a/x’: Not a directory\n700\n700\nmode of 'a' changed from 0644 (rw-r--r--) to 0600 (rw-------)\n711\n",
  ],
  [
    'grep -H one a; grep -s x nope; echo $?; grep -e one -e b a b; grep one . a; echo $?; grep -c e a b; grep -vc -e one -e three a',
    'a:one two\n2\na:one two\nb:b line\ngrep: .: Is a directory\na:one two\n2\na:3\nb:1\n1\n',
  ],
  [
    'grep -n -A1 one a; grep -B1 line b a; grep -C1 -n three a b; grep -1 -m1 four a',
    '1:one two\n2-three\nb:b line\na-1-one two\na:2:three\na-3-four five six\nthree\nfour five six\n',
  ],
  [
    "grep '[[:alpha:]]\\+ [[:alpha:]]\\{3\\}$' a; grep -oE '(t|f)[a-z]+' a | tail -2; grep '\\<two\\|\\bsix' a; grep -xF -e three -e four a",
    'one two\nfour five six\nfour\nfive\none two\nfour five six\nthree\n',
  ],
  [
    "grep -E '(' a; grep '[' a; grep --nope x; grep -rl --include='a*' o . ; grep -q one a && echo yes",
    "grep: Unmatched ( or \\(\ngrep: Invalid regular expression\ngrep: unrecognized option '--nope'\nUsage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n./a\nyes\n",
  ],
  [
    'mkdir d1; mkdir d1/e; echo */ ./*/ d1/*/; ls -d */; for i in */; do echo $i; done; echo nope*/',
    'd1/ ./d1/ d1/e/\nd1/\nd1/\nnope*/\n',
  ],
  [
    'sha256sum a b > s; sha256sum -c s; sha256sum --check --status s && echo right; sha256sum -c --quiet s; echo "$(sha512sum a | cut -c1-128)  a" | sha512sum --check; echo x > b; sha256sum -c s; rm b; sha256sum -c s',
    'a: OK\nb: OK\nright\na: OK\na: OK\nb: FAILED\nsha256sum: WARNING: 1 computed checksum did NOT match\na: OK\nsha256sum: b: No such file or directory\nb: FAILED open or read\nsha256sum: WARNING: 1 listed file could not be read\n',
  ],
  [
    'echo "bad  a" | sha256sum -c; sha256sum . ; echo "@@" | base64 -d; sort -x a; echo $?',
    "sha256sum: 'standard input': no properly formatted checksum lines found\nsha256sum: .: Is a directory\nbase64: invalid input\nsort: invalid option -- 'x'\nTry 'sort --help' for more information.\n2\n",
  ],
  [
    "bash -e -c 'false; echo no'; echo $?; printf 'echo $1 $u\\n' > s; bash -u s x 2> /dev/null; echo $?; bash -x s x 2> /dev/null; bash -eu -c 'echo $0' me",
    '1\n1\nx\nme\n',
  ],
  [
    'openssl rand -hex 4 | wc -c; openssl rand -base64 16 | wc -c; openssl rand x -hex',
    '9\n25\nrand: Use -help for summary.\n',
  ],
  [
    'cut -d" " -f1 --complement a; cut -d" " -f2- --output-delimiter=, -s a; printf "abcdef\\n" | cut -c2-3,5 --complement',
    'two\nthree\nfive six\ntwo\nfive,six\nadf\n',
  ],
  [
    'printf "abcdef\\n" | cut -c5,1-2 --output-delimiter=:; cut a; cut -f0 a; cut -f3-2 a; cut -f1 nope; cut -c1 -s a',
    "ab:e\ncut: you must specify a list of bytes, characters, or fields\nTry 'cut --help' for more information.\ncut: fields are numbered from 1\nTry 'cut --help' for more information.\ncut: invalid decreasing range\nTry 'cut --help' for more information.\ncut: nope: No such file or directory\ncut: suppressing non-delimited lines makes sense\n\tonly when operating on fields\nTry 'cut --help' for more information.\n",
  ],
  ['seq 3 | paste -sd,; seq 2 | paste -s', '1,2,3\n1\t2\n'],
  [
    'ssh controlplane -- hostname; systemctl --failed',
    'controlplane\n  UNIT LOAD ACTIVE SUB DESCRIPTION\n\n0 loaded units listed.\n',
  ],
  ['/etc/kubernetes; alias nope', 'bash: /etc/kubernetes: Is a directory\nbash: alias: nope: not found\n'],
];

/** One shell for all cases, each in a directory of its own. */
const shared = desk();
let directory = 0;

test.each(REAL)('%s', async (line, printed) => {
  const { type } = await shared;
  directory += 1;
  await type(`mkdir -p /tmp/${directory}; cd /tmp/${directory}`);
  await type("printf 'one two\\nthree\\nfour five six\\n' > a; echo b line > b");
  if (/\brm d\b|rm -rv d|-ld d|cp d|b c d|-type d/.test(line)) await type('mkdir d');
  if (/-perm 744|! -user/.test(line)) await type('chmod 744 a; chown nobody b');
  expect(await type(line)).toBe(printed);
});

test('names stand in columns as in a terminal of 80', async () => {
  const { type } = await desk();
  await type('mkdir /tmp/w; cd /tmp/w; for i in {1..30}; do touch file$i; done');
  expect(await type('ls | head -3', 'ls')).toBe(
    'file1\nfile10\nfile11\n' +
      'file1   file12  file15  file18  file20  file23  file26  file29  file4  file7\nfile10  file13  file16  file19  file21  file24  file27  file3   file5  file8\nfile11  file14  file17  file2   file22  file25  file28  file30  file6  file9\n',
  );
});

test('a program’s file has a checksum of its own, the kubelet’s one for each version; the system says what it is', async () => {
  const { type, typed } = await desk();
  const sums = (await type('sha512sum /usr/bin/kubelet /usr/bin/kubeadm /bin/kubelet'))
    .split('\n')
    .map((line) => line.slice(0, 128));
  expect(sums[0]).not.toBe(sums[1]);
  expect(sums[0]).toBe(sums[2]);
  await type('cp /usr/bin/kubelet /tmp/kubelet; apt-get install -y --allow-downgrades kubelet=1.34.9-1.1');
  expect((await typed('diff -q /tmp/kubelet /usr/bin/kubelet')).stdout).toMatch(/differ/);
  expect(await type('sha512sum /tmp/kubelet; stat -c "%a %s" /tmp/kubelet')).toMatch(
    new RegExp(`^${sums[0]}  /tmp/kubelet\n755 [1-9]`),
  );
  expect(await type('. /etc/os-release; echo $ID $VERSION_ID "$PRETTY_NAME"')).toBe(`debian 12 ${MACHINE.system}\n`);
});

test('ps sees what runs beside it in its own pipeline, as far as the words are known', async () => {
  const { type } = await desk();
  expect(await type(`ps -eo args | grep kubeletx`)).toBe('grep kubeletx\n');
  expect(await type(`ps -eo args | grep '[k]ubeletx' ; ps -eo args | grep "$HOME" | wc -l`)).toBe('0\n');
  expect(await type('ps -eo stat,tty,args | grep -v systemd | grep -c "grep -"')).toBe('1\n');
  expect(await type('ps -C wc -o args= | wc -l; ps -ef | wc -l | grep -c . ; ps -C wc')).toMatch(/^1\n1\n/);
});

test('a readonly variable cannot be set, and the shell goes on', async () => {
  const { type } = await desk();
  expect(await type('readonly R=1; R=2', 'echo $R', 'cd /tmp && pwd')).toBe('bash: R: readonly variable\n1\n/tmp\n');
});
