import { testHostileDocuments } from "./run-documents.js";
import { hostileText } from "./text.js";

testHostileDocuments(hostileText);
