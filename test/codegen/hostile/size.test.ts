import { testHostileDocuments } from "./run-documents.js";
import { hostileSize } from "./size.js";

testHostileDocuments(hostileSize);
