/** The token of `authorization: Bearer`, of at most 8192 characters. */
export function bearerToken(request: Request): string | undefined {
  return /^Bearer +(\S{1,8192})$/i.exec(request.headers.get("authorization") ?? "")?.[1];
}
