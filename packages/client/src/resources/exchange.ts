import { networkProblem, problemFromResponse } from '../problem';
import { segment, type Transport } from '../transport';
import type {
  Condition,
  ExportJob,
  FileUpload,
  Import,
  ImportFix,
  ImportRow,
  ImportSettings,
  Page,
} from '../types';

export interface ExportInput {
  type: string;
  filter?: Condition[];
  sort?: string;
  q?: string;
  fields?: string[];
}

export function filesOf(transport: Transport) {
  return {
    /** Reserves an id and an address to PUT the raw bytes to. */
    reserve: (input: { name: string; size: number; contentType: string }) =>
      transport.post<FileUpload>('/files', input),

    /** Stores a file and resolves to its id. The bytes go straight to the object store, without our headers. */
    async upload(file: File): Promise<string> {
      const contentType = 'text/csv';
      const { fileId, uploadUrl } = await transport.post<FileUpload>('/files', {
        name: file.name,
        size: file.size,
        contentType,
      });
      const response = await fetch(uploadUrl, {
        method: 'PUT',
        headers: { 'content-type': contentType },
        body: file,
      }).catch((error: unknown) => {
        throw networkProblem(error);
      });
      if (!response.ok) throw await problemFromResponse(response);
      return fileId;
    },
  };
}

export function importsOf(transport: Transport) {
  const one = (id: string) => `/imports/${segment(id)}`;
  return {
    list: (cursor?: string, signal?: AbortSignal) =>
      transport.get<Page<Import>>('/imports', { query: { cursor }, signal }),
    create: (input: { type: string; fileId: string }) => transport.post<Import>('/imports', input),
    get: (id: string, signal?: AbortSignal) => transport.get<Import>(one(id), { signal }),
    update: (id: string, settings: ImportSettings) => transport.patch<Import>(one(id), settings),
    check: (id: string) => transport.post<Import>(`${one(id)}/check`),
    rows: (
      id: string,
      query: { only?: 'invalid' | 'conflict'; cursor?: string } = {},
      signal?: AbortSignal,
    ) => transport.get<Page<ImportRow>>(`${one(id)}/rows`, { query: { ...query }, signal }),
    fixRows: (id: string, fixes: ImportFix[]) =>
      transport.patch<{ items: ImportRow[] }>(`${one(id)}/rows`, { fixes }),
    start: (id: string) => transport.post<Import>(`${one(id)}/start`),
    cancel: (id: string) => transport.post<Import>(`${one(id)}/cancel`),
    undo: (id: string) => transport.post<Import>(`${one(id)}/undo`),
  };
}

export function exportsOf(transport: Transport) {
  return {
    start: (input: ExportInput) => transport.post<ExportJob>('/exports', input),
    get: (id: string, signal?: AbortSignal) =>
      transport.get<ExportJob>(`/exports/${segment(id)}`, { signal }),
  };
}
