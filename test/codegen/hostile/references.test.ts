import { hostileReferences } from "./references.js";
import { testHostileDocuments } from "./run-documents.js";

testHostileDocuments(hostileReferences);
