import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { FormAnswers, OwnTicket } from '../../../contract/index.ts';
import { ApiError, change } from '../../ui/api.ts';
import { isCut, settle, type WithWords } from '../files/settle.ts';
import { noteFailure, onFound } from './connection.ts';
import { kept, keptLists } from './kept.ts';
import { keptFiles } from './kept-files.ts';
import { useMe } from './me.tsx';
import { ticketQuery } from './queries.ts';

/** A question as it is sent. The desk takes one with the same `request_key` once. */
export interface Question {
  readonly topic: string;
  readonly text: string;
  readonly form_version: number;
  readonly answers: FormAnswers;
  readonly request_key: string;
}

/** A question that waits for the network. */
export interface Waiting {
  readonly question: Question;
  /** The draft that it was, to be put back. */
  readonly draft: string;
  readonly files: readonly WithWords[];
  readonly emoji: string;
  /** Why the desk did not take it; null: it goes by itself. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

// By customer, for several people may use Telegram on one phone: nobody's words go out in another's name.
const { of, put, subscribe } = keptLists<Waiting>('waiting');
const going = new Set<string>();

const keyOf = ({ question }: Waiting): string => question.request_key;

/** Where the files of a waiting question are kept. */
const placeOf = (key: string): string => `waiting.${key}`;

/** Sends a question with what is in its pictures. Throws ApiError. */
export async function ask(question: Question, files: readonly WithWords[]): Promise<OwnTicket> {
  return change('OwnTicket', '/api/cabinet/tickets', { ...question, files: await settle(files) });
}

/** Keeps a question until the network is back. */
export async function wait(customer: number, waiting: Waiting): Promise<void> {
  put(customer, [...of(customer).filter((one) => keyOf(one) !== keyOf(waiting)), waiting]);
  await keptFiles.move('new', placeOf(keyOf(waiting)));
}

/** Takes a question out of those that wait: it is sent, or not wanted any more. */
export async function forgetWaiting(customer: number, key: string): Promise<void> {
  put(
    customer,
    of(customer).filter((one) => keyOf(one) !== key),
  );
  for (const file of await keptFiles.of(placeOf(key))) await keptFiles.forget(file.key);
}

/** Makes a draft of it again. */
export async function putBack(customer: number, waiting: Waiting): Promise<void> {
  const key = keyOf(waiting);
  kept.set('draft.new', waiting.draft);
  await keptFiles.move(placeOf(key), 'new');
  await forgetWaiting(customer, key);
}

async function deliver(memory: QueryClient, customer: number, waiting: Waiting): Promise<void> {
  const key = keyOf(waiting);
  if (going.has(key)) return;
  going.add(key);
  try {
    const ticket = await ask(waiting.question, waiting.files);
    memory.setQueryData(ticketQuery(ticket.id).queryKey, ticket);
    await memory.invalidateQueries({ queryKey: ['tickets'] });
    await forgetWaiting(customer, key);
  } catch (error) {
    noteFailure(error);
    const final = error instanceof ApiError && !isCut(error) && error.status !== 401 && error.status !== 429;
    if (final) {
      // What is asked by now, for when it is made a draft again.
      if (error.code === 'form_changed') void memory.invalidateQueries({ queryKey: ['cabinet'] });
      const failure = { code: error.code, message: error.message };
      put(
        customer,
        of(customer).map((one) => (keyOf(one) === key ? { ...one, failure } : one)),
      );
    }
  } finally {
    going.delete(key);
  }
}

/** The questions that wait. */
export function useWaiting(): readonly Waiting[] {
  const { id } = useMe().cabinet.customer;
  return useSyncExternalStore(subscribe, () => of(id));
}

/** Sends what waits: at once, and whenever the desk is reached again. */
export function useDelivering(): void {
  const memory = useQueryClient();
  const { id } = useMe().cabinet.customer;
  useEffect(() => {
    const all = (): void => {
      for (const one of of(id)) if (!one.failure) void deliver(memory, id, one);
    };
    all();
    return onFound(all);
  }, [memory, id]);
}
