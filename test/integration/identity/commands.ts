import type { TestTable } from '../../support/test-table';

/** Notes the DynamoDB commands that `act` causes, in order: what a caller could tell apart by time. */
export async function commandsOf({ connection }: TestTable, act: () => Promise<unknown>): Promise<string[]> {
  const commands: string[] = [];
  const name = 'noteCommands';
  connection.client.middlewareStack.add(
    (next, context) => (args) => {
      commands.push(context.commandName ?? 'UnknownCommand');
      return next(args);
    },
    { step: 'initialize', priority: 'low', name },
  );
  await act();
  connection.client.middlewareStack.remove(name);
  return commands;
}
