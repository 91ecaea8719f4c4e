// biome-ignore-all lint/suspicious/noTemplateCurlyInString: systemd's own syntax

/** Help for one key of a unit file. */
export interface DirectiveHelpRow {
  readonly section: 'Unit' | 'Service' | 'Install';
  readonly key: string;
  /** What the value is, and what holds without it. */
  readonly detail: string;
  readonly documentation: string;
}

function row(
  section: DirectiveHelpRow['section'],
  key: string,
  detail: string,
  documentation: string,
): DirectiveHelpRow {
  return { section, key, detail, documentation };
}

/** The keys that a kubelet's unit uses or a learner may try, in the order in which completion offers them. */
export const DIRECTIVE_HELP: readonly DirectiveHelpRow[] = [
  row(
    'Service',
    'ExecStart',
    'command; list, an empty value clears it',
    'The command line of the service.\n\nA drop-in that wants another command has to clear the list first with an empty `ExecStart=`: a service that is not Type=oneshot may have one command only. `$NAME` as a whole word is split at white space, `${NAME}` is not, `$$` is a dollar sign. A `\\` at the end of a line continues it.',
  ),
  row(
    'Service',
    'Environment',
    'NAME=value …; list, an empty value clears it',
    'Sets environment variables.\n\nQuote the whole assignment when the value has blanks: `Environment="NAME=a b"`. Variables of an EnvironmentFile= win over these, whatever the order of the lines. A variable does nothing by itself: ExecStart= has to name it.',
  ),
  row(
    'Service',
    'EnvironmentFile',
    'absolute path, may be a pattern; list, an empty value clears it',
    "Reads environment variables from a file, each time the service starts: no daemon-reload is needed when only that file changed.\n\nWith a `-` in front a missing file does not matter; without it the start fails with result 'resources'. A later file wins over an earlier one.",
  ),
  row(
    'Service',
    'Restart',
    'no, on-success, on-failure, on-abnormal, on-watchdog, on-abort, always; default no',
    "When systemd starts the service again after its process ended by itself. After `systemctl stop` it never does. kubeadm's kubelet has `always`.",
  ),
  row(
    'Service',
    'RestartSec',
    'time span; default 100ms',
    "How long systemd waits before it starts the service again. A bare number is seconds. kubeadm's kubelet waits 10 seconds.",
  ),
  row(
    'Service',
    'StartLimitInterval',
    'time span; default 10s',
    'The old place and name of StartLimitIntervalSec= in [Unit]; it still works. `0` takes the limit away, so that a broken kubelet is started again for ever.',
  ),
  row(
    'Service',
    'StartLimitBurst',
    'number; default 5',
    'The old place of StartLimitBurst= in [Unit]; it still works.',
  ),
  row(
    'Service',
    'Type',
    'simple, exec, forking, oneshot, dbus, notify, notify-reload, idle; default simple',
    'When the service counts as started. `simple`: as soon as there is a process, even one that cannot become the program. `exec`: once the program runs. `notify`: once it says so.',
  ),
  row(
    'Service',
    'User',
    'user; default root',
    'The user that the process runs as. An unknown one ends the process with status 217/USER.',
  ),
  row('Service', 'Group', "group; default the user's own", 'The group that the process runs as.'),
  row(
    'Service',
    'WorkingDirectory',
    'absolute path or ~; default /',
    "The directory that the process starts in: relative paths in the kubelet's flags count from here. One that is not there ends the process with status 200/CHDIR; a `-` in front forgives that.",
  ),
  row('Service', 'UnsetEnvironment', 'NAME or NAME=value …; list', 'Takes variables away again, at the very end.'),
  row('Service', 'PassEnvironment', 'NAME …; list', 'Hands variables of systemd itself down to the service.'),
  row(
    'Service',
    'ExecStartPre',
    'command; list',
    'Commands that run before ExecStart=. If one fails the service does not start.',
  ),
  row('Service', 'ExecStartPost', 'command; list', 'Commands that run once the service has started.'),
  row(
    'Service',
    'ExecStop',
    'command; list',
    'Commands that stop the service. Without any, the process is sent KillSignal=.',
  ),
  row(
    'Service',
    'ExecReload',
    'command; list',
    'Commands of `systemctl reload`. The kubelet has none: it reads its configuration only when it starts.',
  ),
  row(
    'Service',
    'KillMode',
    'control-group, mixed, process, none; default control-group',
    'Which processes a stop ends.',
  ),
  row('Service', 'KillSignal', 'signal; default SIGTERM', 'What a stop sends first.'),
  row('Service', 'TimeoutStopSec', 'time span; default 90s', 'How long a stop may take before the process is killed.'),
  row('Service', 'TimeoutStartSec', 'time span; default 90s', 'How long a start may take, for types that wait for it.'),
  row(
    'Service',
    'RemainAfterExit',
    'boolean; default no',
    'Whether the service counts as active once its process is gone.',
  ),
  row(
    'Service',
    'SuccessExitStatus',
    'exit codes and signals; list',
    'What counts as a clean end besides 0 and the usual signals.',
  ),
  row(
    'Service',
    'RestartPreventExitStatus',
    'exit codes and signals; list',
    'Ends after which systemd never starts the service again.',
  ),
  row(
    'Service',
    'OOMScoreAdjust',
    '-1000 to 1000',
    'How willingly the kernel ends the process when memory runs out. The kubelet sets its own.',
  ),
  row(
    'Service',
    'LimitNOFILE',
    'number or infinity',
    'How many files the process may have open. The kubelet sets its own by maxOpenFiles.',
  ),
  row('Service', 'CPUAccounting', 'boolean; default yes', "Whether the kernel counts the service's CPU time."),
  row('Service', 'MemoryAccounting', 'boolean; default yes', "Whether the kernel counts the service's memory."),
  row('Service', 'Slice', 'slice unit; default system.slice', 'The control group that the service lives in.'),
  row('Service', 'Delegate', 'boolean or controllers; default no', "Hands the service's own control group over to it."),
  row(
    'Service',
    'NoNewPrivileges',
    'boolean; default no',
    'Keeps the process and its children from gaining privileges. Nothing for a kubelet.',
  ),
  row(
    'Service',
    'ProtectSystem',
    'no, yes, full, strict; default no',
    'Makes system directories read-only for the service.',
  ),
  row('Service', 'StandardOutput', 'journal, null, file:PATH …; default journal', "Where the process's output goes."),
  row(
    'Service',
    'StandardError',
    'journal, null, file:PATH …; default as StandardOutput=',
    "Where the process's errors go. The kubelet logs there.",
  ),
  row('Service', 'SyslogIdentifier', "name; default the program's", 'The name in front of the lines in the journal.'),
  row('Unit', 'Description', 'text', 'What journal and `systemctl status` call the unit.'),
  row('Unit', 'Documentation', 'URLs; list', 'Where to read more.'),
  row(
    'Unit',
    'After',
    'units; list',
    'Starts this unit after those, if both are started. Needs nothing: see Wants= and Requires=.',
  ),
  row('Unit', 'Before', 'units; list', 'Starts this unit before those.'),
  row('Unit', 'Wants', 'units; list', 'Starts those too; it does not matter if they fail.'),
  row('Unit', 'Requires', 'units; list', 'Starts those too, and fails if they are not there.'),
  row('Unit', 'BindsTo', 'units; list', 'As Requires=, and stops when they stop.'),
  row('Unit', 'PartOf', 'units; list', 'Stops and restarts with those.'),
  row('Unit', 'Conflicts', 'units; list', 'Stops those when this starts, and the other way round.'),
  row(
    'Unit',
    'StartLimitIntervalSec',
    'time span; default 10s',
    'More than StartLimitBurst= starts within this time, and systemd refuses the next: "Start request repeated too quickly." `0` takes the limit away.',
  ),
  row('Unit', 'StartLimitBurst', 'number; default 5', 'How many starts the interval may see.'),
  row(
    'Unit',
    'ConditionPathExists',
    'path, ! in front negates; list',
    'Skips the start in silence when the path is not there.',
  ),
  row('Unit', 'AssertPathExists', 'path, ! in front negates; list', 'Fails the start when the path is not there.'),
  row('Unit', 'OnFailure', 'units; list', 'Starts those when this unit fails for good.'),
  row(
    'Unit',
    'DefaultDependencies',
    'boolean; default yes',
    "Whether the unit gets the usual dependencies on the boot's targets.",
  ),
  row(
    'Install',
    'WantedBy',
    'units; list',
    'Which target starts the unit once it is enabled: multi-user.target = at boot.',
  ),
  row('Install', 'RequiredBy', 'units; list', 'As WantedBy=, with Requires=.'),
  row('Install', 'Alias', 'units; list', 'Further names that `systemctl enable` gives the unit.'),
  row('Install', 'Also', 'units; list', 'Units to enable along with this one.'),
];

/** What each section is for. */
export const SECTION_HELP: readonly { readonly section: string; readonly documentation: string }[] = [
  { section: 'Unit', documentation: 'What the unit is called, and what it needs of others.' },
  { section: 'Service', documentation: 'What the service runs, how, and when it is started again.' },
  { section: 'Install', documentation: 'What `systemctl enable` does. A running unit takes nothing from here.' },
];
