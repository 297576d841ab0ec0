import { goodAddress } from './place.ts';
import { beginMark } from './trial.ts';

export interface Deeds {
  /** Programs started. */
  readonly processes: readonly string[];
  /** Files opened beyond those that a look-up of a name reads. */
  readonly files: readonly string[];
  /** TCP connections beyond the address that a cluster may have (its port is the kubeconfig's choice), and datagrams to others than the DNS server. */
  readonly connections: readonly string[];
}

/** What glibc reads to look a name up, and what Node reads of the machine. */
const listedFiles =
  /^\/(?:etc\/(?:hosts|resolv\.conf|nsswitch\.conf|host\.conf|gai\.conf|services|ld\.so\.cache|localtime)$|(?:usr\/)?lib\/|proc\/(?:self|meminfo|stat|cpuinfo|sys\/vm|\d+)\b(?!.*environ)|sys\/|dev\/u?random$)/;

/** Reads the output of `strace -f -yy -e trace=%process,%network,open,openat,openat2`. */
export function deedsIn(log: string): Deeds {
  const [, watched] = log.split(beginMark);
  if (watched === undefined) throw new Error('The watched process never came to its work.');
  const lines = watched.split('\n');
  const matches = (pattern: RegExp) => lines.flatMap((line) => pattern.exec(line)?.slice(1) ?? []);
  return {
    processes: matches(/\bexecve(?:at)?\((?:AT_FDCWD[^,]*, )?("[^"]*")/),
    files: matches(/\bopen(?:at2?)?\((?:AT_FDCWD[^,]*, )?"([^"]*)"/).filter((path) => !listedFiles.test(path)),
    connections: lines.flatMap((line) => connectionIn(line) ?? []),
  };
}

const isListed = (address: string, port: string) =>
  address === goodAddress || (address === '127.0.0.53' && port === '53');

function connectionIn(line: string): string | undefined {
  const [, call = '', rest = ''] = /\b(connect|sendto|sendmsg|sendmmsg)\((.*)/.exec(line) ?? [];
  const [, unix] = /sa_family=AF_UNIX, sun_path=@?"([^"]*)"/.exec(rest) ?? [];
  // Asked before DNS, where it runs: the name service cache of glibc.
  if (unix !== undefined) return unix.endsWith('/nscd/socket') ? undefined : unix;
  const [, address] = /(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/.exec(rest) ?? [];
  const [, where] = /sin6?_port=htons\((\d+)\)/.exec(rest) ?? [];
  if (address === undefined || where === undefined) return undefined;
  // glibc connects a datagram socket to each address it was told, and sends nothing: so it learns the best source.
  if (call === 'connect' && /^\d+<UDP/.test(rest)) return undefined;
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return isListed(plain, where) ? undefined : `${call} ${plain} ${where}`;
}
