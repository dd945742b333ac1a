import type { UserContext } from '@vinculo/identity/access/user-context';
import { listTeams } from '@vinculo/identity/teams/service';
import { listUsers } from '@vinculo/identity/users/list';
import { folded } from '../../lists/sort-key';
import type { Answer } from './references';

/** Answers which user an e-mail, a whole name or an id stands for, and which team a name; each list is read once. */
export function createColleagueFinder(ctx: UserContext) {
  let users: Promise<Map<string, string>> | undefined;
  let teams: Promise<Map<string, string>> | undefined;

  async function findUser(text: string): Promise<Answer> {
    users ??= listUsers(ctx).then((all) =>
      byName(
        all
          .filter(({ status }) => status !== 'disabled')
          .flatMap(({ id, email, name }) => [
            [name, id],
            [email, id],
            [id, id],
          ]),
      ),
    );
    return answer((await users).get(folded(text)), 'user_unknown', text);
  }

  async function findTeam(text: string): Promise<Answer> {
    teams ??= listTeams(ctx).then((all) =>
      byName(
        all.flatMap(({ id, name }) => [
          [name, id],
          [id, id],
        ]),
      ),
    );
    return answer((await teams).get(folded(text)), 'team_unknown', text);
  }

  return { findUser, findTeam };
}

function byName(entries: string[][]): Map<string, string> {
  return new Map(entries.map(([name = '', id = '']) => [folded(name), id]));
}

function answer(id: string | undefined, code: string, text: string): Answer {
  if (id !== undefined) return { id };
  return { issue: { code, detail: `Nobody is called "${text}".`, params: { value: text.slice(0, 80) } } };
}
