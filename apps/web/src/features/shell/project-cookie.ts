/** Slug of the project visited last; read by the server, written in the browser. */
export const PROJECT_COOKIE = 'oriel-project';
