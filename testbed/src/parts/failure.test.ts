import { expect, test } from 'vitest';
import { getPart } from './catalog.ts';
import { explainFailure } from './failure.ts';

// Lines as Go 1.26 prints them.
test.each([
  ['go: go.mod requires go >= 1.26.7 (running go 1.24.1; GOTOOLCHAIN=local)', /needs Go 1\.26\.7 or newer/],
  ['dial tcp: lookup proxy.example on 127.0.0.53:53: no such host', /proxy could not be reached/],
  ['reading https://proxy.example/a/@v/v1.zip: 403 Forbidden', /does not serve/],
  ['cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH', /install gcc/],
  ['write /tmp/go-build1/b1/_pkg_.a: no space left on device', /disk is full/],
  ['github.com/a/b: /usr/local/go/pkg/tool/linux_amd64/compile: signal: killed', /want of memory/],
])('%s', (line, advice) => {
  expect(explainFailure(getPart('alloy'), line).message).toMatch(advice);
});

test('names the part and keeps what the compiler said, without the packages that went well', () => {
  const stderr = 'golang.org/x/text/width\ngo: downloading a v1\n# example.org/broken\nbroken.go:1:1: syntax error\n';
  const { message } = explainFailure(getPart('loki'), stderr);
  expect(message).toContain('loki 3.7.8 could not be built from github.com/grafana/loki/v3@v3.7.8');
  expect(message).toContain('broken.go:1:1: syntax error');
  expect(message).not.toMatch(/width|downloading/);
});
