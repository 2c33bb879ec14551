import type { ResponseParameters } from '@grammyjs/types';

/** A refusal as the Bot API words it: HTTP status, description, and optional parameters such as retry_after (seconds). */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400 with the official prefix. */
export function badRequest(reason: string, parameters?: ResponseParameters): ApiError {
  return new ApiError(400, `Bad Request: ${reason}`, parameters);
}

/** 403 with the official prefix. */
export function forbidden(reason: string): ApiError {
  return new ApiError(403, `Forbidden: ${reason}`);
}

/** A refusal of the people side: a stable code and a sentence that says what to do. */
export class PeopleError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A success that says something beside its result, as setWebhook does. */
export class Explained {
  readonly result: unknown;
  readonly description: string;

  constructor(result: unknown, description: string) {
    this.result = result;
    this.description = description;
  }
}
