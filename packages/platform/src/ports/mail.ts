export interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Correlates the provider's events with our records; never personal data. */
  tags: Record<string, string>;
}

export interface Mail {
  /** Hands a message over; throws when the provider did not take it. */
  send(message: MailMessage): Promise<{ messageId: string }>;
}
