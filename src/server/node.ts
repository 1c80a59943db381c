import "./lean-heap";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./connection";
import { localDate } from "../workspace/local-date";

serve(createConnection(ProposedFeatures.all), () => localDate(new Date()));
