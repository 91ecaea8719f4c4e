/** `journalctl --help`, the part of it that a simulated node has. */
export const JOURNALCTL_HELP = `journalctl [OPTIONS...] [MATCHES...]

Query the journal.

Filtering Options:
  -S --since=DATE            Show entries not older than the specified date
  -U --until=DATE            Show entries not newer than the specified date
  -b --boot[=ID]             Show current boot or the specified boot
  -u --unit=UNIT             Show logs from the specified unit
  -t --identifier=STRING     Show entries with the specified syslog identifier
  -p --priority=RANGE        Show entries within the specified priority range
  -g --grep=PATTERN          Show entries with MESSAGE matching PATTERN
     --case-sensitive[=BOOL] Force case sensitive or insensitive matching
  -k --dmesg                 Show kernel message log from the current boot

Output Control Options:
  -o --output=STRING         Change journal output mode (short, short-precise,
                               short-iso, short-iso-precise, short-full,
                               short-monotonic, short-unix, verbose, json,
                               json-pretty, cat, with-unit)
  -n --lines[=INTEGER]       Number of journal entries to show
  -r --reverse               Show the newest entries first
     --utc                   Express time in Coordinated Universal Time (UTC)
  -x --catalog               Add message explanations where available
     --no-hostname           Suppress output of hostname field
  -f --follow                Follow the journal
     --no-tail               Show all lines, even in follow mode
  -q --quiet                 Do not show info messages and privilege warning

Pager Control Options:
     --no-pager              Do not pipe output into a pager
  -e --pager-end             Immediately jump to the end in the pager

Commands:
  -h --help                  Show this help text
     --version               Show package version

See the journalctl(1) man page for details.
`;

/** `man journalctl`, in short. */
export const JOURNALCTL_MANUAL = `JOURNALCTL(1)                      journalctl                      JOURNALCTL(1)

NAME
       journalctl - Print log entries from the systemd journal

SYNOPSIS
       journalctl [OPTIONS...] [MATCHES...]

DESCRIPTION
       journalctl prints what services wrote to their standard output and what
       systemd wrote about them.

OPTIONS
       -u UNIT           only this unit: its own lines, and systemd's about it
       -f                go on printing as lines come; Ctrl-C ends it
       -n N              only the newest N lines (10 with -f)
       -e                the newest 1000 lines
       -r                newest first
       --since, --until  a time: "2026-11-24 09:00", "09:00", "today",
                         "5 min ago", "-1h"
       -o MODE           short, cat (the message alone), short-iso,
                         short-precise, json, verbose and others
       -g PATTERN        only messages that match
       -p LEVEL          only lines of that priority and graver. Everything that
                         the kubelet writes has the priority info, its errors
                         too: the letter in front of its lines is klog's, and
                         journald does not read it.
       -x                explanations below systemd's own lines
       --no-pager        (there is no pager here)

READING A KUBELET'S LINE
       E1124 09:09:30.963906   31842 server.go:545] "Message" err="…"
       severity (I, W, E, F), month and day, time, pid, source file and line.

SEE ALSO
       systemctl(1), systemd.time(7)
`;
