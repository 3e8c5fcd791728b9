import nx from '@nx/eslint-plugin';
import ts from 'typescript-eslint';

const floors = ['footing', '0', '1', '2', '3'];
const belowOwn = (floor) => floors.slice(0, floors.indexOf(floor)).map((below) => `floor:${below}`);

export default [
  { ignores: ['**/dist', '**/*.cjs', '**/coverage', '{packages,apps}/*/kernel/*.ts', '**/generated/**'] },
  ...ts.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: ['^.*/tools/.*$'],
          depConstraints: floors.map((floor) => ({
            sourceTag: `floor:${floor}`,
            onlyDependOnLibsWithTags: belowOwn(floor),
          })),
        },
      ],
    },
  },
  { files: ['**/bench/**', 'tools/**', 'examples/**', '.ci/**'], rules: { 'no-console': 'off' } },
];
