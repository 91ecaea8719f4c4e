/** What `--version` of systemd's tools says, Ubuntu 24.04. */
export const SYSTEMD_BANNER = `systemd 255 (255.4-1ubuntu8)
+PAM +AUDIT +SELINUX +APPARMOR +IMA +SMACK +SECCOMP +GCRYPT -GNUTLS +OPENSSL +ACL +BLKID +CURL +ELFUTILS +FIDO2 +IDN2 -IDN +IPTC +KMOD +LIBCRYPTSETUP +LIBFDISK +PCRE2 -PWQUALITY +P11KIT +QRENCODE +TPM2 +BZIP2 +LZ4 +XZ +ZLIB +ZSTD -BPF_FRAMEWORK -XKBCOMMON +UTMP +SYSVINIT default-hierarchy=unified
`;

/** `systemctl --help`, the part of it that a simulated node has. */
export const SYSTEMCTL_HELP = `systemctl [OPTIONS...] COMMAND ...

Query or send control commands to the system manager.

Unit Commands:
  list-units [PATTERN...]             List units currently in memory
  is-active PATTERN...                Check whether units are active
  is-failed PATTERN...                Check whether units are failed
  status [PATTERN...|PID...]          Show runtime status of one or more units
  show [PATTERN...|JOB...]            Show properties of one or more
                                      units/jobs or the manager
  cat PATTERN...                      Show files and drop-ins of specified units
  start UNIT...                       Start (activate) one or more units
  stop UNIT...                        Stop (deactivate) one or more units
  reload UNIT...                      Reload one or more units
  restart UNIT...                     Start or restart one or more units
  try-restart UNIT...                 Restart one or more units if active
  reload-or-restart UNIT...           Reload one or more units if possible,
                                      otherwise start or restart
  try-reload-or-restart UNIT...       If active, reload one or more units,
                                      if supported, otherwise restart
  kill UNIT...                        Send signal to processes of a unit
  reset-failed [PATTERN...]           Reset failed state for all, one, or more
                                      units

Unit File Commands:
  list-unit-files [PATTERN...]        List installed unit files
  enable [UNIT...|PATH...]            Enable one or more unit files
  disable UNIT...                     Disable one or more unit files
  reenable UNIT...                    Reenable one or more unit files
  is-enabled UNIT...                  Check whether unit files are enabled
  mask UNIT...                        Mask one or more units
  unmask UNIT...                      Unmask one or more units
  edit UNIT...                        Edit one or more unit files

Manager State Commands:
  daemon-reload                       Reload systemd manager configuration

System Commands:
  is-system-running                   Check whether system is fully running

Options:
  -h --help              Show this help
     --version           Show package version
  -t --type=TYPE         List units of a particular type
     --state=STATE       List units with particular LOAD or SUB or ACTIVE state
     --failed            Shortcut for --state=failed
  -p --property=NAME     Show only properties by this name
  -P NAME                Equivalent to --value --property=NAME
  -a --all               Show all properties/all units currently in memory,
                         including dead/empty ones. To list all units installed
                         on the system, use 'list-unit-files' instead.
  -l --full              Don't ellipsize unit names on output
     --value             When showing properties, only print the value
  -s --signal=SIGNAL     Which signal to send
     --now               Start or stop unit after enabling or disabling it
  -q --quiet             Suppress output
     --no-reload         Don't reload daemon after en-/dis-abling unit files
     --legend=BOOL       Enable/disable the legend (column headers and hints)
     --no-pager          Do not pipe output into a pager
  -n --lines=INTEGER     Number of journal entries to show
     --drop-in=NAME      Edit unit files using the specified drop-in file name

See the systemctl(1) man page for details.
`;

/** `man systemctl`, in short. */
export const SYSTEMCTL_MANUAL = `SYSTEMCTL(1)                       systemctl                       SYSTEMCTL(1)

NAME
       systemctl - Control the systemd system and service manager

SYNOPSIS
       systemctl [OPTIONS...] COMMAND [UNIT...]

DESCRIPTION
       systemctl may be used to introspect and control the state of the
       "systemd" system and service manager.

       A unit is read from its fragment and its drop-ins when systemd loads it.
       An edit on the disk means nothing to systemd before daemon-reload, and
       nothing to a process that runs before it is started again.

COMMANDS
       status UNIT
           The unit's files and drop-ins, whether it runs and since when, its
           main process, and the last lines of its journal. -l shows the lines
           whole, -n sets how many there are.

       cat UNIT
           The fragment and every drop-in, as they are on the disk now.

       show UNIT [-p PROPERTY]
           Properties as systemd holds them: ExecStart, DropInPaths,
           NeedDaemonReload, MainPID, NRestarts, Result and others.

       start, stop, restart UNIT
           restart stops the process and starts it from what was loaded last.

       daemon-reload
           Reads all unit files and drop-ins again. What runs goes on.

       enable, disable [--now] UNIT
           Whether the unit starts at boot; --now starts or stops it as well.

       mask, unmask UNIT
           A masked unit cannot be started at all.

       edit [--full] UNIT
           Opens a drop-in (override.conf) of your own in an editor; when it is
           saved, systemd reads its files again.

       kill [-s SIGNAL] UNIT
           Sends a signal to the unit's processes.

       reset-failed [UNIT]
           Forgets a failure and the starts that were counted.

EXIT STATUS
       0  success; for is-active and status: the unit runs
       1  failure
       3  the unit does not run
       4  there is no such unit
       5  the unit that was to be started is not installed

SEE ALSO
       journalctl(1), systemd.unit(5), systemd.service(5)
`;
