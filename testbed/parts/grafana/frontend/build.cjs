// Builds Grafana's pages: its own production settings, without lint, type check, source maps and
// the cache, none of which change what a browser gets. Runs inside the copied sources, where
// this file lies beside upstream's own webpack configuration.
'use strict';

const CssMinimizerPlugin = require('css-minimizer-webpack-plugin');
const { ESBuildMinifyPlugin } = require('esbuild-loader');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const path = require('node:path');
const process = require('node:process');
const webpack = require('webpack');
const { merge } = require('webpack-merge');
const HTMLWebpackCSSChunks = require('./plugins/HTMLWebpackCSSChunks');
const common = require('./webpack.common.js');

const target = ['chrome110', 'firefox110', 'safari16'];
const views = path.resolve('public/views');

const page = (name, excludeChunks) =>
  new HtmlWebpackPlugin({
    filename: path.join(views, `${name}.html`),
    template: path.join(views, `${name}-template.html`),
    inject: false,
    excludeChunks,
    chunksSortMode: 'none',
  });

let said = -1;
function tell(share, message) {
  const percent = Math.floor(share * 100);
  if (percent !== said) process.stderr.write(`pages ${percent} % ${message}\n`);
  said = percent;
}

const config = merge(common, {
  mode: 'production',
  devtool: false,
  cache: false,
  entry: { dark: './public/sass/grafana.dark.scss', light: './public/sass/grafana.light.scss' },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: { loader: 'esbuild-loader', options: { loader: 'tsx', target } },
      },
      require('./sass.rule.js')({ sourceMap: false, preserveUrl: false }),
    ],
  },
  optimization: {
    nodeEnv: 'production',
    minimizer: [new ESBuildMinifyPlugin({ target }), new CssMinimizerPlugin({ parallel: 1 })],
  },
  plugins: [
    new MiniCssExtractPlugin({ filename: 'grafana.[name].[contenthash].css' }),
    page('error', ['dark', 'light']),
    page('index', ['manifest', 'dark', 'light']),
    new HTMLWebpackCSSChunks(),
    new webpack.ProgressPlugin(tell),
    // The old Angular panels' libraries lie in a folder that a module archive leaves out.
    new webpack.NormalModuleReplacementPlugin(
      /^vendor\/(bootstrap|flot|tagsinput)\//,
      path.resolve('public/stand-in.js'),
    ),
  ],
});

webpack(config, (failure, stats) => {
  const errors = failure ? [failure] : stats.compilation.errors;
  for (const error of errors.slice(0, 10)) process.stderr.write(`${error.message}\n`);
  process.exitCode = errors.length > 0 ? 1 : 0;
});
