import type { Dice } from './random.ts';

/** Texts that a YAML parser may blow up at, run, or read otherwise than people do. */
export function yamlBomb({ pick, below }: Dice, server: string): string {
  const size = 1_000 + below(150_000);
  return pick<() => string>([
    laughs,
    () => '['.repeat(size),
    () => '{a: '.repeat(size),
    () => '- '.repeat(size),
    () => '? '.repeat(size),
    () => Array.from({ length: size / 8 }, (_, index) => `k${index}: 1`).join('\n'),
    () => `{${Array.from({ length: size / 8 }, (_, index) => `k${index}: 1`).join(',')}}`,
    () => Array.from({ length: 600 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
    () => `a: &a x\nb:\n${'- *a\n'.repeat(size / 8)}`,
    () => `a: &a [*a]\nclusters: *a\n`,
    () => `base: &b {server: "${server}"}\nclusters: [{name: c, cluster: {<<: *b}}]\nusers: []\ncontexts: []\n`,
    () => `clusters: !!js/function "function(){process.exit(1)}"\n`,
    () => `clusters: !!python/object/apply:os.system ["id"]\nusers: !!binary aGk=\n`,
    () => `clusters: !<tag:yaml.org,2002:js/regexp> /(a+)+$/\n`,
    () => `%TAG ! tag:127.0.0.1,2000:\n--- !x\nclusters: []\n`,
    () => `%YAML 9.9\n---\nclusters: []\n`,
    () => `${'#'.repeat(600_000)}`,
    () => `"${'\\u0041'.repeat(size / 8)}"`,
    () => `clusters: []\u0000users: []\n`,
    () => Buffer.from(Array.from({ length: 4_000 }, () => below(256))).toString('latin1'),
    () => Buffer.from(Array.from({ length: 4_000 }, () => below(256))).toString('utf8'),
    () => '\ufeff\u2028\u202e'.repeat(1_000),
    () => '---\n'.repeat(size / 4),
    () => `clusters: []\n---\nclusters: [{name: c, cluster: {server: "${server}"}}]\n`,
    () => `server: "${server}"\nserver: "https://good.test"\n`,
    () => `? {a: b}\n: {c: d}\nclusters: []\n`,
    () => 'a: |\n'.concat(` ${'x'.repeat(size)}\n`),
    () => '',
    () => '\n \t\r',
    () => '0',
    () => 'null',
    () => `[${'1e999,'.repeat(2_000)}0]`,
  ])();
}

function laughs(): string {
  const letters = [...'abcdefghi'];
  const line = (letter: string, index: number) =>
    `${letter}: &${letter} [${Array(9).fill(index === 0 ? 'ha' : `*${letters[index - 1]}`)}]`;
  return `${letters.map(line).join('\n')}\nclusters: *i\n`;
}
