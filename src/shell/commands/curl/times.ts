/** Moments of a simulated transfer, in microseconds from its start: as quick as the machine of the recordings. */
export interface Times {
  readonly namelookup: number;
  readonly connect: number;
  readonly appconnect: number;
  readonly pretransfer: number;
  readonly starttransfer: number;
  readonly total: number;
}

const TLS: Times = {
  namelookup: 22,
  connect: 180,
  appconnect: 7612,
  pretransfer: 7694,
  starttransfer: 10402,
  total: 10526,
};
const PLAIN: Times = { namelookup: 22, connect: 155, appconnect: 0, pretransfer: 181, starttransfer: 872, total: 950 };

/** The moments of a transfer that ran to its end. */
export function timesOf(scheme: string): Times {
  return scheme === 'https' ? TLS : PLAIN;
}

/** The moments of one that ended while connecting, after so many microseconds. */
export function timesOfFailure(microseconds: number): Times {
  return { namelookup: 22, connect: 0, appconnect: 0, pretransfer: 0, starttransfer: 0, total: microseconds };
}
