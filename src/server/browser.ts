import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { serve } from "./connection";
import { localDate } from "../workspace/local-date";

const reader = new BrowserMessageReader(self);
const writer = new BrowserMessageWriter(self);

serve(createConnection(ProposedFeatures.all, reader, writer), () => localDate(new Date()));
