import { failed, printed, type ShellProgram } from '../program.ts';
import { groupNumber, groupsOf, USERS } from './accounts.ts';

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
    const all = groupsOf(name);
    const shown = flags.includes('G') ? all : [user.group];
    if (/[gG]/.test(flags))
      return printed(`${shown.map((one) => (flags.includes('n') ? one : groupNumber(one))).join(' ')}\n`);
    const named = all.map((one) => `${groupNumber(one)}(${one})`).join(',');
    return printed(`uid=${user.id}(${name}) gid=${group}(${user.group}) groups=${named}\n`);
  },
};

export const whoami: ShellProgram = { name: 'whoami', start: () => printed('root\n') };

export const groups: ShellProgram = {
  name: 'groups',
  start([name]) {
    if (name === undefined) return printed('root\n');
    return Object.hasOwn(USERS, name)
      ? printed(`${name} : ${groupsOf(name).join(' ')}\n`)
      : failed(`groups: ‘${name}’: no such user\n`);
  },
};
