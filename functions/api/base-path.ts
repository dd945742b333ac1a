/** Where every operation of this version lives. */
export const BASE_PATH = '/api/v1';
