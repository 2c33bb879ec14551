/** The thread that learns topics from the examples it is given, and answers with the model as bytes. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Example, learn, packTopics } from '../../domain/knowledge/index.ts';

parentPort?.postMessage(packTopics(learn(workerData as Example[]).learnt));
