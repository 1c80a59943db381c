import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { serve } from "./connection";
import { localDate } from "../workspace/local-date";

const reader = new BrowserMessageReader(self as unknown as DedicatedWorkerGlobalScope);
const writer = new BrowserMessageWriter(self as unknown as DedicatedWorkerGlobalScope);

serve(createConnection(ProposedFeatures.all, reader, writer), () => localDate(new Date()));
