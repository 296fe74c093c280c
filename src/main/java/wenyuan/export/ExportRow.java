package wenyuan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One thing that an export lists, as each format shows it. */
interface ExportRow {
    /** Its object in JSON lines. */
    ObjectNode json();

    /** The same without objects inside: the cells of a table, under the names of its fields. */
    ObjectNode flat();

    /** Adds it to a Word document, as number {@code number} from one on. */
    void print(int number, WordDocument word);
}
