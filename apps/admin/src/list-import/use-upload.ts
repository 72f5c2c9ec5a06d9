import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { api, newKey } from '../api/client.js';
import type { ImportRun } from '../api/contract.js';
import type { ImportKind } from './import-kinds.js';

export interface Upload { readonly file: File; readonly fields?: Readonly<Record<string, string>> }

/** Hands a file and what is said of it to the API, and goes on to the page of its run. */
export function useUpload(kind: ImportKind) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const attempt = useRef<{ file: File; said: string; key: string } | null>(null);
  return useMutation({
    mutationFn: ({ file, fields = {} }: Upload) => {
      const said = JSON.stringify(fields);
      // The same file chosen again after a lost answer is the same upload.
      if (attempt.current?.file !== file || attempt.current.said !== said) attempt.current = { file, said, key: newKey() };
      const form = new FormData();
      // Whoever reads the form as a stream must know what it is before the file comes.
      for (const [name, value] of Object.entries(fields)) if (value !== '') form.append(name, value);
      form.append('file', file, file.name);
      return api.post<ImportRun>(kind.path, form, { key: attempt.current.key });
    },
    onSuccess: async (run) => {
      void queries.invalidateQueries({ queryKey: ['imports'] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      await navigate(`${kind.home}/${run.id}`);
    },
  });
}
