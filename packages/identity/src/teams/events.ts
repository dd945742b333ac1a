import type { NewEvent } from '@vinculo/platform/events/commit';
import type { TeamItem } from './repository';

function teamEvent(type: string, { sk: id, version }: TeamItem, data: Record<string, unknown>): NewEvent {
  return { type, subject: { type: 'team', id, version }, data, isAudited: true };
}

export function teamCreated(team: TeamItem): NewEvent {
  return teamEvent('team.created', team, { after: { name: team.name } });
}

export function teamUpdated(before: TeamItem, after: TeamItem): NewEvent {
  return teamEvent('team.updated', after, { changes: { name: { before: before.name, after: after.name } } });
}

export function teamDeleted(team: TeamItem): NewEvent {
  return teamEvent('team.deleted', team, { before: { name: team.name } });
}
