import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFrontEndRecipe, slimManifest, yarnSettings } from './front-end-recipe.ts';

const recipe = {
  ...(await readFrontEndRecipe()),
  dependencies: { xlsx: '0.18.5' },
  devDependencies: ['webpack'],
};

test('a manifest keeps what pages are made of, and nothing that runs or checks', () => {
  const manifest = {
    name: 'grafana',
    scripts: { postinstall: 'husky install' },
    dependencies: { react: '18.2.0', '@types/react': '18.0.28', xlsx: 'https://files.example/xlsx.tgz' },
    devDependencies: { webpack: '5.76.0', cypress: '9.5.1' },
    resolutions: { underscore: '1.13.6', '@storybook/core-common/webpack': '5.76.0' },
  };
  expect(JSON.parse(JSON.stringify(slimManifest(manifest, recipe)))).toEqual({
    name: 'grafana',
    dependencies: { react: '18.2.0', xlsx: '0.18.5' },
    devDependencies: { webpack: '5.76.0' },
    resolutions: { underscore: '1.13.6' },
  });
});

test('a replaced dependency is not added to a package that has none', () => {
  expect(slimManifest({ dependencies: { react: '18.2.0' } }, recipe).dependencies).toEqual({ react: '18.2.0' });
});

test("yarn keeps upstream's repairs and its own release, and runs no package's scripts", () => {
  const upstream = linesOf(
    'packageExtensions:',
    "  '@storybook/core@6.5.16': { peerDependencies: { react: '*' } }",
    "  react-icons@2.2.7: { peerDependencies: { prop-types: '*' } }",
    "plugins: [{ path: plugin.cjs, spec: 'https://plugins.example' }]",
    'yarnPath: .yarn/releases/yarn-3.4.1.cjs',
  );
  expect(parse(yarnSettings(upstream))).toMatchObject({
    enableScripts: false,
    packageExtensions: { 'react-icons@2.2.7': { peerDependencies: { 'prop-types': '*' } } },
    yarnPath: '.yarn/releases/yarn-3.4.1.cjs',
  });
  expect(yarnSettings(upstream)).not.toContain('plugin');
  expect(yarnSettings(upstream)).not.toContain('storybook');
});

test('the recipe names versions exactly', async () => {
  const { node, dependencies } = await readFrontEndRecipe();
  for (const version of [node, ...Object.values(dependencies)]) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

function linesOf(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}
