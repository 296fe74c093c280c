/** The command line: reads the call, wires the objects, prints the answer. Imports everything; nothing imports it. */
@NullMarked
package wenyuan.cli;

import org.jspecify.annotations.NullMarked;
