import { failed, printed, type ShellProgram } from '../program.ts';
import { groupNumber, USERS } from './accounts.table.ts';

/** Who somebody is. The learner is root. Models coreutils 9.1. */
export const id: ShellProgram = {
  name: 'id',
  start(parameters) {
    const flags = parameters.filter((word) => word.startsWith('-')).join('');
    const name = parameters.find((word) => !word.startsWith('-')) ?? 'root';
    const user = Object.hasOwn(USERS, name) ? USERS[name] : undefined;
    if (user === undefined) return failed(`id: ‘${name}’: no such user\n`);
    const group = groupNumber(user.group) ?? 0;
    if (flags.includes('u')) return printed(`${flags.includes('n') ? name : user.id}\n`);
    if (/[gG]/.test(flags)) return printed(`${flags.includes('n') ? user.group : group}\n`);
    return printed(`uid=${user.id}(${name}) gid=${group}(${user.group}) groups=${group}(${user.group})\n`);
  },
};

export const whoami: ShellProgram = { name: 'whoami', start: () => printed('root\n') };

export const groups: ShellProgram = {
  name: 'groups',
  start([name]) {
    if (name === undefined) return printed('root\n');
    const user = Object.hasOwn(USERS, name) ? USERS[name] : undefined;
    return user === undefined ? failed(`groups: ‘${name}’: no such user\n`) : printed(`${name} : ${user.group}\n`);
  },
};
