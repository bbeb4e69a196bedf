import js from '@eslint/js';
import ts from 'typescript-eslint';
import { houseRules } from './.ci/eslint-house-rules.mjs';

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/config.ts reads the environment: add the setting there and pass it in.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use an `as const` object instead of an enum.' };
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing has one name everywhere.',
};
const noSleep = {
  selector: "CallExpression[callee.name='setTimeout'] > :nth-child(2)[type='Literal'][value>=1000]",
  message: 'Tests wait for a condition (test/support/wait-for.ts), never for a time.',
};
const pureDomain = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Pass the time in.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the time in.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Pass the randomness in.',
  },
];

export default ts.config(
  {
    ignores: [
      'dist',
      'node_modules',
      'web/dist',
      'web/generated',
      'coverage',
      '.hub06',
      'bench/node_modules',
      'out',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...ts.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'workers/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    plugins: { house: houseRules },
    rules: {
      'house/kebab-case-files': 'error',
      'house/opening-sentence': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 4],
      complexity: ['error', 16],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', noEnvironment, noEnum, noDefaultExport],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnvironment, noEnum, noDefaultExport, ...pureDomain] },
  },
  { files: ['migrations/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['src/config.ts'], rules: { 'no-restricted-syntax': ['error', noEnum, noDefaultExport] } },
  {
    files: ['test/**/*.ts', '**/*.test.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', noEnum, noDefaultExport, noSleep],
    },
  },
  {
    // Jest calls these two by their default export.
    files: ['test/support/start-services.ts', 'test/support/stop-services.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.config.js', '.ci/**', 'web/build.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        module: 'writable',
        require: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off', 'house/opening-sentence': 'off' },
  },
);
