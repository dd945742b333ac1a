/**
 * The import law: platform ← identity ← records ← {sales, integrations} ← functions ← local; the web client knows the API client and
 * what is safe in a browser; infra knows the registry.
 */
const layers = [['platform'], ['identity'], ['records'], ['sales', 'integrations']];

const upward = layers.flatMap((layer, position) =>
  layer.map((name) => {
    const beside = layer.filter((other) => other !== name);
    const others = [...beside, ...layers.slice(position + 1).flat(), 'local', 'client'];
    return {
      name: `${name}-imports-down-only`,
      severity: 'error',
      comment: 'A lower layer must not know a higher one, nor two of the same layer each other.',
      from: { path: `^packages/${name}/` },
      to: { path: `^(packages/(${others.join('|')})|functions|infra|web)/` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'functions-import-packages',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(packages/(local|client)|infra|web)/' },
    },
    {
      name: 'infra-reads-the-registry',
      severity: 'error',
      comment: 'Stacks are built from data; handler code is bundled, never imported.',
      from: { path: '^infra/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(packages|functions|web)/',
        pathNot:
          '^(functions/registry|packages/platform/src/(table/schema|http/web-headers|events/(attempts|envelope|pattern)|ports/aws/environment))\\.ts$',
      },
    },
    {
      name: 'web-talks-through-the-client',
      severity: 'error',
      from: { path: '^web/src/' },
      to: {
        path: '^(packages|functions|infra)/',
        pathNot: '^packages/client/src/|/(type|options|record-types|record-type|schema)\\.ts$',
      },
    },
    {
      name: 'features-stay-apart',
      severity: 'error',
      comment: 'Features meet in routes, or through what components/ and lib/ share.',
      from: { path: '^web/src/(components|lib)/' },
      to: { path: '^web/src/(features|routes)/' },
    },
    {
      name: 'directory-belongs-to-identity',
      severity: 'error',
      comment: 'Only identity may build keys that span tenants.',
      from: { pathNot: '^packages/identity/|\\.test\\.ts$|^test/' },
      to: { path: '^packages/identity/src/directory/' },
    },
    {
      name: 'one-way-to-the-table',
      severity: 'error',
      comment: 'Every read and write goes through a tenant-bound table.',
      from: {
        pathNot: '^packages/(platform/src/table|platform/src/ports/aws|local)/|^test/|^infra/|\\.test\\.ts$',
      },
      to: { path: '@aws-sdk/(client|lib)-dynamodb' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Types may point both ways; code that runs may not.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      from: { path: '^(packages|functions|infra|web)/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/(@types|fast-check|esbuild|vitest)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(dist|cdk\\.out|\\.gen\\.ts$)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.css', '.json'],
    },
  },
};
