export interface ActivityOutline {
  about: readonly ['account' | 'contact' | 'lead' | 'opportunity', number];
  kind: 'note' | 'task' | 'call' | 'meeting' | 'email';
  /** Days before loading; negative ones are still to come. */
  ago: number;
  isDone?: true;
  priority?: 'low' | 'normal' | 'high';
  minutes?: number;
  direction?: 'inbound' | 'outbound';
}

export const ACTIVITIES: readonly ActivityOutline[] = [
  { about: ['opportunity', 0], kind: 'call', ago: 40, isDone: true, minutes: 25, direction: 'outbound' },
  { about: ['opportunity', 0], kind: 'email', ago: 38, isDone: true, direction: 'outbound' },
  { about: ['opportunity', 0], kind: 'meeting', ago: 31, isDone: true, minutes: 60 },
  { about: ['contact', 1], kind: 'email', ago: 14, isDone: true, direction: 'inbound' },
  { about: ['opportunity', 0], kind: 'meeting', ago: -3, minutes: 90 },
  { about: ['opportunity', 2], kind: 'meeting', ago: 9, isDone: true, minutes: 45 },
  { about: ['opportunity', 2], kind: 'task', ago: -1, priority: 'high' },
  { about: ['opportunity', 2], kind: 'note', ago: 20 },
  { about: ['account', 2], kind: 'meeting', ago: 25, isDone: true, minutes: 75 },
  { about: ['account', 2], kind: 'task', ago: -10, priority: 'normal' },
  { about: ['opportunity', 7], kind: 'call', ago: 64, isDone: true, minutes: 10, direction: 'inbound' },
  { about: ['contact', 6], kind: 'email', ago: 63, isDone: true, direction: 'outbound' },
  { about: ['opportunity', 6], kind: 'meeting', ago: 26, isDone: true, minutes: 60 },
  { about: ['opportunity', 6], kind: 'task', ago: 2, priority: 'normal' },
  { about: ['contact', 8], kind: 'call', ago: 19, isDone: true, minutes: 8, direction: 'inbound' },
  { about: ['opportunity', 8], kind: 'meeting', ago: 5, isDone: true, minutes: 50 },
  { about: ['opportunity', 8], kind: 'call', ago: 1, isDone: true, minutes: 35, direction: 'outbound' },
  { about: ['opportunity', 8], kind: 'task', ago: -2, priority: 'high' },
  { about: ['contact', 9], kind: 'call', ago: 20, isDone: true, minutes: 15, direction: 'outbound' },
  { about: ['contact', 10], kind: 'email', ago: 4, isDone: true, direction: 'inbound' },
  { about: ['account', 6], kind: 'note', ago: 47 },
  { about: ['opportunity', 12], kind: 'task', ago: -6, priority: 'high' },
  { about: ['opportunity', 12], kind: 'meeting', ago: 13, isDone: true, minutes: 30 },
  { about: ['opportunity', 13], kind: 'meeting', ago: -8, minutes: 240 },
  { about: ['contact', 15], kind: 'email', ago: 16, isDone: true, direction: 'inbound' },
  { about: ['opportunity', 13], kind: 'task', ago: 0, priority: 'normal' },
  { about: ['account', 8], kind: 'email', ago: 7, isDone: true, direction: 'inbound' },
  { about: ['account', 8], kind: 'task', ago: -4, priority: 'normal' },
  { about: ['account', 9], kind: 'task', ago: -9, priority: 'low' },
  { about: ['account', 9], kind: 'meeting', ago: 22, isDone: true, minutes: 120 },
  { about: ['account', 10], kind: 'email', ago: 12, isDone: true, direction: 'inbound' },
  { about: ['account', 10], kind: 'task', ago: -12, priority: 'low' },
  { about: ['opportunity', 15], kind: 'call', ago: 34, isDone: true, minutes: 20, direction: 'outbound' },
  { about: ['opportunity', 15], kind: 'task', ago: -5, priority: 'normal' },
  { about: ['contact', 23], kind: 'call', ago: 24, isDone: true, minutes: 1, direction: 'outbound' },
  { about: ['lead', 0], kind: 'email', ago: 1, isDone: true, direction: 'inbound' },
  { about: ['lead', 5], kind: 'task', ago: -1, priority: 'normal' },
  { about: ['lead', 3], kind: 'note', ago: 5 },
  { about: ['lead', 14], kind: 'call', ago: 40, isDone: true, minutes: 4, direction: 'outbound' },
  { about: ['lead', 10], kind: 'task', ago: -7, priority: 'low' },
];
