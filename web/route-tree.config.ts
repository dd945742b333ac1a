/** Shared by the Vite plugin and by the script that writes the route tree before a type check. */
export const routeTree = {
  target: 'react',
  routesDirectory: 'src/routes',
  generatedRouteTree: 'src/route-tree.gen.ts',
  quoteStyle: 'single',
  semicolons: true,
  disableLogging: true,
} as const;
