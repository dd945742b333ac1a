import type { Stage } from './schema';

interface DefaultPipeline {
  name: string;
  stages: Array<Omit<Stage, 'id'>>;
}

/** The pipeline that a new tenant starts with, in its language. */
export function defaultPipeline(locale: string): DefaultPipeline {
  const text = locale.startsWith('es') ? SPANISH : ENGLISH;
  const [qualification, meeting, proposal, negotiation, won, lost] = text.stages;
  return {
    name: text.name,
    stages: [
      { name: qualification, probability: 10, kind: 'open', rottingDays: 14 },
      { name: meeting, probability: 25, kind: 'open', rottingDays: 21 },
      { name: proposal, probability: 50, kind: 'open', rottingDays: 21 },
      { name: negotiation, probability: 75, kind: 'open', rottingDays: 14 },
      { name: won, probability: 100, kind: 'won' },
      { name: lost, probability: 0, kind: 'lost' },
    ],
  };
}

const ENGLISH = {
  name: 'Sales',
  stages: ['Qualification', 'Meeting', 'Proposal', 'Negotiation', 'Won', 'Lost'],
} as const;

const SPANISH = {
  name: 'Ventas',
  stages: ['Cualificación', 'Reunión', 'Propuesta', 'Negociación', 'Ganada', 'Perdida'],
} as const;
