import type { components } from './schema.gen';

/** What the API says, as plain types. Browser-safe, no runtime; a test holds them to the OpenAPI document. */

export type Locale = 'en' | 'es';
export type LocalizedText = Record<Locale, string>;
export type AccessLevel = 'none' | 'own' | 'team' | 'all';
export type AccessAction = 'create' | 'read' | 'update' | 'delete';
export type TypeAccess = Record<AccessAction, AccessLevel>;
export type FieldAccess = 'hidden' | 'read';
export type HomeKind = 'admin' | 'manager' | 'sales' | 'marketing' | 'service' | 'analyst';
export type Permission =
  | 'tenant.manage'
  | 'users.manage'
  | 'roles.manage'
  | 'keys.manage'
  | 'webhooks.manage'
  | 'audit.read'
  | 'records.import'
  | 'records.export'
  | 'views.share'
  | 'pipelines.manage'
  | 'rates.manage';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A page of records carries the display names of everything the records refer to, keyed by id. */
export interface RecordPage<T> extends Page<T> {
  names: Record<string, string>;
}

// Identity

export interface Access {
  roleId: string;
  home: HomeKind;
  permissions: Permission[];
  types: Record<string, TypeAccess>;
  fields: Record<string, Record<string, FieldAccess>>;
}

export interface Preferences {
  colorScheme?: 'light' | 'dark' | 'auto';
  sidebarCollapsed?: boolean;
  dismissedHints?: string[];
  /** Mails when an activity is due; everybody gets them unless this is `false`. */
  reminderMails?: boolean;
  /** Saved views in the sidebar. */
  pinnedViews?: string[];
  /** By the plural of the type, then by field. */
  columnWidths?: Record<string, Record<string, number>>;
  [key: string]: unknown;
}

export interface SessionUser {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  roleId: string;
  teamIds: string[];
  preferences: Preferences;
  version: number;
}

export interface Tenant {
  id: string;
  name: string;
  country: string;
  locale: Locale;
  currency: string;
  timeZone: string;
  fiscalYearStartMonth: number;
  plan: 'trial' | 'paid';
  trialEndsAt: string | null;
  trialDaysLeft: number | null;
  isReadOnly: boolean;
  hasSampleData: boolean;
  requiresSecondFactor: boolean;
  version: number;
}

export interface Session {
  user: SessionUser;
  tenant: Tenant;
  access: Access;
  roleName: string;
}

export type FactorMethod = 'totp' | 'passkey' | 'recovery_code';

/** The answer to a right password where a second step is missing: there is no session yet. */
export interface LogInStep {
  status: 'second_factor_required' | 'enrolment_required';
  challenge: string;
  expiresAt: string;
  methods: FactorMethod[];
}

export interface TotpEnrolment {
  secret: string;
  uri: string;
  expiresAt: string;
}

export interface RecoveryCodes {
  recoveryCodes: string[];
}

export interface FactorProof {
  password: string;
  code?: string;
}

export interface SecondFactor {
  hasPassword: boolean;
  totpSince: string | null;
  recoveryCodesLeft: number;
  isRequired: boolean;
}

export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  isSynced: boolean;
}

/** Options and answers of WebAuthn in their JSON form, as browsers and `@simplewebauthn/browser` exchange them. */
export type PasskeyOptions = Record<string, unknown>;

export interface SignUpInput {
  company: string;
  name: string;
  email: string;
  password: string;
  country: string;
  locale: Locale;
  currency: string;
  timeZone: string;
  sampleData: boolean;
}

export interface DeviceSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  userAgent: string;
  ip: string;
  browser: string | null;
  system: string | null;
  isPhone: boolean;
  isNewDevice: boolean;
  isCurrent: boolean;
}

export interface User {
  id: string;
  name: string;
  email: string;
  roleId: string;
  teamIds: string[];
  status: 'active' | 'invited' | 'disabled';
  hasSecondFactor: boolean;
  lastSeenAt?: string | null;
  version: number;
}

export interface Invitation {
  id: string;
  email: string;
  roleId: string;
  teamIds?: string[];
  message?: string;
  createdAt: string;
  expiresAt?: string;
}

export interface InvitationLookup {
  company: string;
  email: string;
  inviter: string;
}

export interface Role {
  id: string;
  name: string;
  description?: string;
  isBuiltIn: boolean;
  basedOn?: string;
  home: HomeKind;
  permissions: Permission[];
  types: Record<string, TypeAccess>;
  fields: Record<string, Record<string, FieldAccess>>;
  version: number;
}

/** By which a program calls the API. */
export interface ApiKey {
  id: string;
  name: string;
  /** How its secret begins. */
  hint: string;
  roleId: string;
  /** Null: all that the role allows. */
  scopes: string[] | null;
  apiVersion: string;
  status: 'active' | 'disabled';
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  /** The secret before the last rotation, while both work. */
  previous: { hint: string; expiresAt: string; lastUsedAt: string | null } | null;
  version: number;
}

/** Its secret is told this once. */
export interface NewApiKey extends ApiKey {
  secret: string;
}

export interface WebhookFilter {
  /** `contact.created`, `contact.*`, `*.created` or `*`. */
  type: string;
  /** Only when one of these was set or changed. */
  fields?: string[] | undefined;
}

export interface WebhookEventType {
  type: string;
  recordType: string;
  hasFields: boolean;
}

/** An endpoint that events are sent to. */
export interface Webhook {
  id: string;
  url: string;
  description: string;
  filters: WebhookFilter[];
  roleId: string;
  apiVersion: string;
  status: 'active' | 'paused' | 'disabled';
  disabled: { at: string; reason: 'gone' | 'failing' } | null;
  failingSince: string | null;
  /** Until when messages are also signed with the secret before. */
  previousSecretExpiresAt: string | null;
  createdBy: string;
  createdAt: string;
  version: number;
}

/** Its secret is told this once. */
export interface NewWebhook extends Webhook {
  secret: string;
}

/** An event on its way to an endpoint, or arrived. */
export interface WebhookDelivery {
  id: string;
  messageId: string;
  eventType: string;
  recordType: string;
  recordId: string;
  at: string;
  status: 'pending' | 'delivered' | 'failed';
  attempts: number;
  nextAttemptAt: string | null;
  failure: 'exhausted' | 'gone' | 'disabled' | 'hidden' | null;
  lastAttempt: {
    at: string;
    durationMs: number;
    status: number | null;
    error: string | null;
    response: string | null;
  } | null;
}

export interface WebhookDeliveryDetail extends WebhookDelivery {
  /** Null: the endpoint or the reader may not see it. */
  request: string | null;
}

/** An address that another system posts to. */
export interface InboundHook {
  id: string;
  name: string;
  recordType: string;
  mapping: { pointer: string; field: string }[];
  matchField: string | null;
  defaults: Record<string, unknown>;
  roleId: string;
  isSigned: boolean;
  previousExpiresAt: string | null;
  createdBy: string;
  createdAt: string;
  lastUsedAt: string | null;
  version: number;
}

/** Its address, and the secret of a signed one, are told this once. */
export interface NewInboundHook extends InboundHook {
  url: string;
  secret: string | null;
}

export interface Team {
  id: string;
  name: string;
  /** How many people are in it. */
  members: number;
  version: number;
}

export interface CurrencyRate {
  currency: string;
  date: string;
  /** One unit of `currency` in the company's currency, as a decimal. */
  rate: string;
}

export interface EventEnvelope {
  id: string;
  type: string;
  version: number;
  tenantId: string;
  at: string;
  actor: { kind: 'user' | 'system' | 'api_key'; id: string; name?: string };
  subject: { type: string; id: string; version?: number; name?: string };
  data: unknown;
}

// Records

export type FieldValue = unknown;

/** A record as the API sends it: flat, and a field that is not set is absent. */
export interface RecordData {
  id: string;
  type: string;
  version: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  ownerId?: string | null;
  teamId?: string | null;
  [field: string]: FieldValue;
}

export interface Money {
  amountMinor: number;
  currency: string;
}

export type ConditionOp =
  | 'eq'
  | 'ne'
  | 'in'
  | 'nin'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'between'
  | 'contains'
  | 'startsWith'
  | 'empty'
  | 'notEmpty';

export interface Condition {
  field: string;
  op: ConditionOp;
  value?: unknown;
}

export interface ListQuery {
  filter?: Condition[];
  sort?: string;
  fields?: string[];
  limit?: number;
  cursor?: string;
  q?: string;
}

export interface FieldOption {
  value: string;
  labels: LocalizedText;
  /** A colour name of the web theme. */
  color?: string;
}

export type FieldKind =
  | 'text'
  | 'longText'
  | 'number'
  | 'integer'
  | 'url'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'money'
  | 'currency'
  | 'tags'
  | 'emails'
  | 'phones'
  | 'addresses'
  | 'select'
  | 'multiSelect'
  | 'reference'
  | 'user'
  | 'team';

export interface FieldInfo {
  name: string;
  kind: FieldKind;
  labels: LocalizedText;
  isRequired?: boolean;
  /** Set by the server, or read-only for the role. */
  isReadOnly?: boolean;
  /** Lists filtered by equality on it cost the least. */
  isIndexed?: boolean;
  isUnique?: boolean;
  /** Lists carry it without reading whole records. */
  inCard?: boolean;
  isPersonal?: boolean;
  isMultiple?: boolean;
  /** Every type has it: owner, team, who and when. */
  isSystem?: boolean;
  maxLength?: number;
  min?: number;
  max?: number;
  options?: readonly FieldOption[];
  /** Of a reference: the types it may point to. */
  to?: readonly string[];
  defaultValue?: unknown;
}

export interface RelationInfo {
  name: string;
  type: string;
  by: string;
  labels: LocalizedText;
}

/** A record type as the person's role sees it; fields by their name. */
export interface RecordTypeInfo {
  /** Singular, as in events: `contact`. */
  name: string;
  /** In paths: `contacts`. */
  plural: string;
  labels: { one: LocalizedText; many: LocalizedText };
  icon: string;
  color: string;
  fields: Readonly<Record<string, FieldInfo>>;
  title: readonly string[];
  subtitle?: string;
  requireOneOf?: ReadonlyArray<readonly string[]>;
  /** Lists are in the order of `sort` by default; equality on one of `by` costs the least. */
  indexes: { sort?: string; by?: readonly string[]; unique?: readonly string[] };
  relations?: readonly RelationInfo[];
  duplicates?: readonly { name: string; fields: readonly string[] }[];
  defaultColumns: readonly string[];
  boardField?: string;
  /** Not in the navigation by itself. */
  isSecondary?: boolean;
}

export interface EmailValue {
  value: string;
  label?: string;
  isPrimary?: boolean;
}

export type PhoneValue = EmailValue;

export interface AddressValue {
  label?: string;
  street?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  country?: string;
  isPrimary?: boolean;
}

export interface SearchHit {
  id: string;
  type: string;
  title: string;
  subtitle?: string;
}

export interface DuplicateCandidate extends SearchHit {
  matched: string[];
}

export interface TimelineItem {
  id: string;
  at: string;
  kind: 'event' | 'activity';
  actor: EventEnvelope['actor'];
  event?: EventEnvelope;
  activity?: RecordData;
}

export type BatchOperation =
  | { op: 'update'; id: string; version?: number; data: Record<string, unknown> }
  | { op: 'delete'; id: string; version?: number }
  | { op: 'restore'; id: string }
  | { op: 'create'; data: Record<string, unknown> };

export interface BatchResult {
  status: number;
  record?: RecordData;
  problem?: ProblemBody;
}

export interface View {
  id: string;
  type: string;
  name: string;
  visibility: 'personal' | 'shared';
  layout: 'table' | 'board';
  columns: { field: string; width?: number }[];
  filter: Condition[];
  sort?: string | null;
  ownerId: string;
  version: number;
  position: number;
}

export interface Favourite {
  id: string;
  type: string;
  title: string;
}

export interface Notification {
  id: string;
  at: string;
  kind: string;
  title?: string;
  recordId?: string;
  recordType?: string;
  recordTitle?: string;
  isRead: boolean;
  data?: Record<string, unknown>;
}

// Sales

export interface Stage {
  id: string;
  name: string;
  probability: number;
  kind: 'open' | 'won' | 'lost';
  rottingDays?: number | null;
}

/** A time that an opportunity spent in a stage. */
export interface StageVisit {
  stageId: string;
  enteredAt: string;
  leftAt?: string;
  ms: number;
}

export interface Pipeline {
  id: string;
  name: string;
  stages: Stage[];
  isDefault: boolean;
  version: number;
}

export interface CurrencyTotal {
  currency: string;
  amountMinor: number;
  /** What of it has a rate, in the board's `baseCurrency`. */
  baseAmountMinor: number | null;
  unconvertedMinor: number;
}

export type BoardCard = RecordData & { isRotting: boolean };

export interface BoardColumn {
  stageId: string;
  count: number;
  totals: CurrencyTotal[];
  baseTotalMinor: number;
  /** False when there was more than one request may look at: count and totals are a part then. */
  isComplete: boolean;
  items: BoardCard[];
  nextCursor: string | null;
  /** With `nextCursor`, lists the rest of the column. */
  filter: Condition[];
}

export interface Board {
  columns: BoardColumn[];
  baseCurrency: string;
  rateDate: string;
  names: Record<string, string>;
}

export interface ForecastMonth {
  month: string;
  amountMinor: number;
  weightedMinor: number;
  wonMinor: number;
  count: number;
  wonCount: number;
}

export interface Forecast {
  currency: string;
  months: ForecastMonth[];
  rateDate: string;
  rates: { currency: string; rate: string; date: string }[];
  /** Amounts without a rate, in their own currency: not part of `months`. */
  unconverted: {
    month: string;
    currency: string;
    amountMinor: number;
    weightedMinor: number;
    wonMinor: number;
  }[];
  isComplete: boolean;
}

export interface LostReason {
  id: string;
  name: string;
  isArchived?: boolean;
}

// Import and export

type Schemas = components['schemas'];

export type FileUpload = Schemas['FileUpload'];
export type Import = Schemas['Import'];
export type ImportColumn = Schemas['ImportColumn'];
export type ImportRow = Schemas['ImportRow'];
export type ImportFix = Schemas['ImportFixes']['fixes'][number];
export type ImportSettings = Schemas['ImportChanges'];
export type ExportJob = Schemas['Export'];

// Errors

export interface ProblemError {
  pointer: string;
  code: string;
  detail: string;
  params?: Record<string, unknown>;
}

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  errors?: ProblemError[];
  requestId?: string;
  [extra: string]: unknown;
}
