import { testHostileDocuments } from "./run-documents.js";
import { hostileSyntax } from "./syntax.js";

testHostileDocuments(hostileSyntax);
