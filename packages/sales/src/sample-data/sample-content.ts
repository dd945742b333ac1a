/** The words of the sample data in one language; what they are about is in `outline-*.ts`, position by position. */
export interface SampleContent {
  country: string;
  /** Completed by two digits; numbers that are kept free for examples. */
  phonePrefix: string;
  accounts: ReadonlyArray<{
    name: string;
    domain: string;
    street: string;
    city: string;
    postalCode: string;
    description?: string;
  }>;
  contacts: ReadonlyArray<readonly [firstName: string, lastName: string, jobTitle: string]>;
  leads: ReadonlyArray<readonly [firstName: string, lastName: string, jobTitle: string, company: string]>;
  opportunities: readonly string[];
  lostReasons: readonly string[];
  activities: ReadonlyArray<readonly [subject: string, body?: string]>;
  tags: { hot: string; keyAccount: string; newsletter: string };
}
