import { hostileNames } from "./names.js";
import { testHostileDocuments } from "./run-documents.js";

testHostileDocuments(hostileNames);
