/** Hands on whole lines with something before each: for a suite whose output stands among another's. */
export function marked(mark: string, log: (text: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) log(lines.map((line) => (line.trim() === '' ? '' : `${mark}${line}\n`)).join(''));
  };
}
