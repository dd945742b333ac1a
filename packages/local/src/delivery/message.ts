/** What a queue holds: a body that our code or the bus put there, and how often it was tried. */
export interface Message {
  readonly id: string;
  readonly body: string;
  /** The tenant, on queues that our own code fills. */
  readonly groupId?: string | undefined;
  readonly sentAtMs: number;
  visibleAtMs: number;
  receiveCount: number;
  /** Called once the message is done with: handled, or kept as a dead letter. */
  readonly onSettled?: (() => void) | undefined;
}

/** Where a queue keeps its messages so that they outlive the process. */
export interface MessageStore {
  load(): Promise<Message[]>;
  save(message: Message): Promise<void>;
  remove(id: string): Promise<void>;
}

/** A message that failed too often, kept for a person to look at. */
export interface DeadLetter {
  readonly queue: string;
  readonly messageId: string;
  readonly groupId?: string | undefined;
  readonly body: string;
  readonly receiveCount: number;
  readonly cause: string;
  readonly at: string;
}

export interface DeadLetters {
  keep(letter: DeadLetter): Promise<void>;
}

/** For queues whose messages come back from the stream after a restart, so that nothing is lost without a copy. */
export const noStore: MessageStore = {
  load: async () => [],
  save: async () => {},
  remove: async () => {},
};
