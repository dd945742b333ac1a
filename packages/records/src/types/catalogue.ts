import type { RecordBehaviour } from '../records/behaviour';
import type { RecordType } from './record-type';

/** A record type with the behaviour that a capability adds to it. */
export interface RecordModel {
  type: RecordType;
  behaviour?: RecordBehaviour;
}

export interface Catalogue {
  readonly models: readonly RecordModel[];
  /** Throws for a name that is not in the catalogue: that is a bug, never input. */
  model(name: string): RecordModel;
  find(name: string): RecordModel | undefined;
}

export function createCatalogue(models: readonly RecordModel[]): Catalogue {
  const byName = new Map(models.map((model) => [model.type.name, model]));
  if (byName.size !== models.length) throw new Error('Two record types share a name');
  return {
    models,
    find: (name) => byName.get(name),
    model(name) {
      const found = byName.get(name);
      if (!found) throw new Error(`No record type is called ${name}`);
      return found;
    },
  };
}
