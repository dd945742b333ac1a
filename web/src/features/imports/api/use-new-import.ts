import { useMutation, useQueryClient } from '@tanstack/react-query';
import { vinculo } from '../../../lib/client';

/** Uploads a file and opens it as a draft. */
export function useNewImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, type }: { file: File; type: string }) => {
      const fileId = await vinculo.files.upload(file);
      return vinculo.imports.create({ type, fileId });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'], exact: true }),
  });
}
